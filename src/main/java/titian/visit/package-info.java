/**
 * Visits to offices that take form, papers and fee at their counter (the presets <i>Antrean Paspor</i> and
 * <i>APAPO</i>): who comes, and when.
 *
 * <p>It promises that those who come together get their places together or not at all, and that whoever is told of a
 * place has it.
 *
 * <ul>
 *   <li>Door: none; people come by its pages
 *   <li>Owns: schema {@code visit}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "allowance",
            "office",
            "registry",
            "booking",
            "slot",
            "schedule",
            "waitingroom",
            "application",
            "requirement",
            "form",
            "seal"
        })
package titian.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
