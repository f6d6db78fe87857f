/**
 * What things cost, on which days and where.
 *
 * <p>It promises that one price a day is in force for a thing, with its legal basis, and that a price is the sum of its
 * lines.
 *
 * <ul>
 *   <li>Door: {@link titian.tariff.TariffDesk}
 *   <li>Owns: schema {@code tariff}; the files {@code data/tariffs.csv} and {@code data/mission_tariffs.csv}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Tariff",
        allowedDependencies = {"shared", "platform"})
package titian.tariff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
