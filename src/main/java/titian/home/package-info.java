/**
 * Where an applicant comes in: the start page, the home, and each application with what comes next.
 *
 * <p>It promises that whoever opens it sees first what cannot wait, and always one way on.
 *
 * <ul>
 *   <li>Door: {@link titian.home.HomeNews}, for modules that have something to say there
 *   <li>Owns: nothing
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "shared",
            "web",
            "office",
            "booking",
            "slot",
            "tariff",
            "payment",
            "forfeit",
            "requirement",
            "application",
            "form",
            "submission",
            "casework"
        })
package titian.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
