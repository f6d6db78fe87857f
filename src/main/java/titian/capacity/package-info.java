/**
 * What offices can do, as their administrators plan it: dated weeks, special days, outages, within what the regional
 * office allows; and the people whose window goes when a plan shrinks.
 *
 * <p>It promises that whoever changes a plan sees first what it does to people who booked, that of two who save at once
 * none undoes the other's work unseen, and that nobody who booked is dropped: until they choose, their appointment
 * stands.
 *
 * <ul>
 *   <li>Door: {@link titian.capacity.DisplacedDesk}
 *   <li>Announces: {@link titian.capacity.MoveProposed}, {@link titian.capacity.MoveNotNeeded},
 *       {@link titian.capacity.PeopleMoved}
 *   <li>Owns: schema {@code capacity}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Capacity",
        allowedDependencies = {
            "shared",
            "platform",
            "web",
            "office",
            "booking",
            "slot",
            "schedule",
            "application",
            "queue"
        })
package titian.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
