package titian.booking;

import java.time.Instant;
import java.util.List;
import titian.slot.SlotId;

/**
 * Whoever is asked first when places come back: the waiting list. Booking asks inside the transaction in which they do.
 */
public interface FreedPlaces {

    /**
     * Places of this window come back. Those that are wanted are kept, each share under an offer of its own, until the
     * offer's deadline; a booking by {@link Terms#fromOffer} takes them. A share that nobody took by then, or that was
     * given up ({@link BookingDesk#giveBack}), comes back and is offered here again. Kept under a name that is used
     * already, they are added to what is kept there.
     *
     * @return what is kept, no more in all than came back; the rest is everyone's again
     */
    List<Kept> take(SlotId slot, int places, Instant now);

    /** Places kept for one offer. */
    record Kept(OfferId offer, int places, Instant until) {}
}
