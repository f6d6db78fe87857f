/**
 * SIMPONI, the state's billing, in its own language.
 *
 * <p>It promises that a question is written down before it is asked, and its answer afterwards, with secrets and people
 * masked; that whoever asks has an answer in bounded time, or knows that there is none; and that a code never outlives
 * what is owed.
 *
 * <ul>
 *   <li>Door: {@link titian.simponi.Biller}
 *   <li>Owns: schema {@code simponi}, whose table came from {@code payment}; the settings {@code titian.biller}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "SIMPONI",
        allowedDependencies = {"shared", "platform", "tariff"})
package titian.simponi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
