/**
 * The pass: what a person holds out at the door, on a screen, on paper, in a calendar.
 *
 * <p>It promises that it opens without a network, says what to bring, and gives away nothing about its holder.
 *
 * <ul>
 *   <li>Door: {@link titian.pass.PassDesk}
 *   <li>Owns: nothing; a pass is drawn from the application and its appointment each time
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Pass",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "office",
            "booking",
            "document",
            "tariff",
            "counterfee",
            "requirement",
            "application",
            "form",
            "casework"
        })
package titian.pass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
