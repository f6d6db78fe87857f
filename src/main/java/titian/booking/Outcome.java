package titian.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine decided about one request. */
sealed interface Outcome {

    /** Granted: these are the seats. */
    record Granted(Ask ask) implements Outcome {}

    /** Granted before, under the same key: this is the party, or the appointment that was moved. */
    record GrantedBefore(UUID which) implements Outcome {}

    /**
     * Not granted.
     *
     * @param other the appointment that stands in the way, if one does
     * @param at    the moment the reason is about, if it is about one
     */
    record Denied(
            Reason reason, @Nullable UUID other, @Nullable Instant at) implements Outcome {}

    /** Why a request is not granted, by the names the statement gives. */
    enum Reason {
        KEY_REUSED,
        NO_SUCH_WINDOW,
        NOT_OPEN_YET,
        TOO_LATE,
        ALREADY_BOOKED,
        TOO_SOON,
        OFFER_GONE,
        MOVED_MEANWHILE,
        FULL
    }
}
