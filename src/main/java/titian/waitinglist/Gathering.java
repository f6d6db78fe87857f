package titian.waitinglist;

import java.time.Instant;
import titian.booking.OfferId;
import titian.slot.SlotId;

/**
 * Places of one window that are gathered for a group.
 *
 * @param share the name under which booking keeps them
 */
record Gathering(SlotId slot, OfferId share, WishId wish, int places, Instant until) {

    /** With so many more. */
    Gathering with(int more) {
        return new Gathering(slot, share, wish, places + more, until);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
