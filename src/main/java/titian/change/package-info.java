/**
 * Changes of a visit: another time, giving it up, being reminded of it, and what happens when nobody came.
 *
 * <p>It promises that a visit is at its old time or at its new one, that whoever comes is told of every change once,
 * reminded of the time that holds and of no other, and that a refusal says in words what is still possible.
 *
 * <ul>
 *   <li>Door: none, people come by its pages
 *   <li>Announces, inside the transaction that notes it: {@link titian.change.VisitMoved},
 *       {@link titian.change.VisitApproaching}
 *   <li>Listens to: {@link titian.application.ApplicationScheduled}, {@link titian.application.ApplicationCancelled},
 *       {@link titian.capacity.PeopleMoved}
 *   <li>Owns: schema {@code change}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Change",
        allowedDependencies = {
            "shared",
            "platform",
            "live",
            "web",
            "office",
            "booking",
            "slot",
            "schedule",
            "waitingroom",
            "forfeit",
            "application",
            "capacity"
        })
package titian.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
