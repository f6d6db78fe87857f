/**
 * The waiting list: whoever finds everything full says where and when they could come, and is offered what comes back.
 *
 * <p>It promises that a place that comes back is held for the first who fits, that nobody loses a place they were
 * offered before its deadline, that a place is never lost or given twice on the way, and that groups are not starved by
 * single people (docs/adr/0043).
 *
 * <ul>
 *   <li>Door: {@link titian.waitinglist.WaitingListDesk}; booking asks it through {@link titian.booking.FreedPlaces}
 *   <li>Announces, inside the transaction that makes it: {@link titian.waitinglist.PlaceOffered},
 *       {@link titian.waitinglist.OfferEnding}, {@link titian.waitinglist.OfferMissed},
 *       {@link titian.waitinglist.WishPaused}, {@link titian.waitinglist.WishEnded}
 *   <li>Owns: schema {@code waitinglist}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Waiting list",
        allowedDependencies = {
            "shared",
            "platform",
            "live",
            "web",
            "office",
            "booking",
            "slot",
            "application",
            "form",
            "home",
            "submission"
        })
package titian.waitinglist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
