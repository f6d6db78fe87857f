/**
 * Which papers each service asks for, and what to bring for one.
 *
 * <p>It promises that everyone may read it before signing in, and that the page, the form and the pass say the same.
 *
 * <ul>
 *   <li>Door: {@link titian.requirement.RequirementDesk}
 *   <li>Owns: schema {@code requirement}; the file {@code data/requirements.csv}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Requirement",
        allowedDependencies = {"shared", "platform", "web", "tariff", "payment"})
package titian.requirement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
