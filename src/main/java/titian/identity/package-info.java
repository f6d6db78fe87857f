/**
 * Numbers that the civil registry does not confirm: the lane they go on in, until the registry says yes or an officer has
 * seen the papers.
 *
 * <p>It promises that nobody waits for the registry to apply, that what differs is named and nothing else is given away,
 * that the registry is asked again by itself, and that whoever settles a number says why (docs/adr/0100).
 *
 * <ul>
 *   <li>Doors: none; it follows the form
 *   <li>Follows: {@link titian.form.NumberChecked}, {@link titian.application.ApplicationScheduled},
 *       {@link titian.change.VisitMoved}, {@link titian.capacity.PeopleMoved},
 *       {@link titian.application.ApplicationDiscarded}
 *   <li>Owns: schema {@code identity}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "seal",
            "office",
            "booking",
            "registry",
            "application",
            "form",
            "change",
            "capacity",
            "queue"
        })
package titian.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
