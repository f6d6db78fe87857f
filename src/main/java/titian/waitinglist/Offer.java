package titian.waitinglist;

import java.time.Instant;
import titian.booking.OfferId;
import titian.shared.OfficeId;
import titian.slot.SlotId;

/** Places of one window held for somebody who waits, until they answer. */
public record Offer(
        OfferId id,
        WishId wish,
        OfficeId office,
        SlotId slot,
        Instant startsAt,
        Instant endsAt,
        int places,
        Instant madeAt,
        Instant deadline,
        State state) {

    /**
     * <pre>
     * OPEN → TAKING → TAKEN     OPEN → DECLINED, TIMED_OUT, WITHDRAWN     TAKING → LOST
     * </pre>
     */
    public enum State {
        OPEN,
        /** Accepted: the places are becoming appointments, which is finished even if this node dies now. */
        TAKING,
        TAKEN,
        DECLINED,
        TIMED_OUT,
        /** Taken back because the person withdrew or got a place otherwise. */
        WITHDRAWN,
        /** Accepted, but the rules of booking did not allow it any more. */
        LOST
    }

    @Override
    public String toString() {
        return "offer " + id + " " + state;
    }
}
