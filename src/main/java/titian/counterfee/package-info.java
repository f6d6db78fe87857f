/**
 * What is paid at an office's counter.
 *
 * <p>It promises that a fee is fixed when the form goes in, in the currency the office asks for, and that what was taken
 * changes no more.
 *
 * <ul>
 *   <li>Door: {@link titian.counterfee.CounterFeeDesk}; its pages are the treasurer's ({@code titian.treasury}) and the pass
 *   <li>Announces: {@link titian.counterfee.CounterFeeTaken}
 *   <li>Owns: schema {@code counterfee}, whose tables came from {@code payment}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Counter fee",
        allowedDependencies = {"shared", "platform", "tariff"})
package titian.counterfee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
