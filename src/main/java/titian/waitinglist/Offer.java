package titian.waitinglist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.booking.OfferId;
import titian.booking.SlotId;
import titian.shared.OfficeId;

/**
 * Places held for somebody who waits until they answer.
 *
 * @param second the next window, when a group comes in two halves
 */
public record Offer(
        OfferId id,
        WishId wish,
        OfficeId office,
        Bunch first,
        @Nullable Bunch second,
        Instant madeAt,
        Instant deadline,
        State state) {

    /** So many places of one window. */
    public record Bunch(SlotId slot, Instant startsAt, Instant endsAt, int places) {}

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

    public int places() {
        return first.places() + (second == null ? 0 : second.places());
    }

    /** When the visit would begin. */
    public Instant startsAt() {
        return first.startsAt();
    }

    @Override
    public String toString() {
        return "offer " + id + " " + state;
    }
}
