package titian.queue;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.booking.AppointmentState;
import titian.booking.BookingRefused;
import titian.shared.OfficeId;

/**
 * What came of a code shown at the door. It is kept from one request to the next and holds no name.
 *
 * @param ticket the number given, now or at the first scan
 * @param at     when the visit is, or when the code was used
 * @param office where the visit is, if not here
 */
record Scan(
        Verdict verdict,
        String code,
        @Nullable TicketId ticket,
        @Nullable Instant at,
        @Nullable OfficeId office) implements Serializable {

    /** The word that fills the door officer's screen, with its tone and shape. */
    enum Verdict {
        COME_IN("ok", "check"),
        USED("warn", "repeat"),
        TOO_EARLY("warn", "calendar"),
        TOO_LATE("bad", "calendar"),
        OTHER_OFFICE("warn", "pin"),
        UNPAID("bad", "wallet"),
        EXPIRED("bad", "clock"),
        CANCELLED("bad", "clock"),
        MISSED("bad", "clock"),
        UNKNOWN("bad", "x"),
        MISTYPED("bad", "x");

        private final String tone;
        private final String shape;

        Verdict(String tone, String shape) {
            this.tone = tone;
            this.shape = shape;
        }

        String tone() {
            return tone;
        }

        String shape() {
            return shape;
        }

        String word() {
            return "queue.door." + name();
        }
    }

    static Scan comeIn(String code, Ticket ticket) {
        return new Scan(Verdict.COME_IN, code, ticket.id(), null, null);
    }

    static Scan mistyped(String typed) {
        return new Scan(Verdict.MISTYPED, typed, null, null, null);
    }

    static Scan refused(String code, BookingRefused refused, @Nullable TicketId ticket, Instant now) {
        return switch (refused) {
            case BookingRefused.CodeUnknown _ -> new Scan(Verdict.UNKNOWN, code, null, null, null);
            case BookingRefused.WrongOffice wrong -> new Scan(Verdict.OTHER_OFFICE, code, null, null, wrong.office());
            case BookingRefused.WrongDay wrong ->
                new Scan(
                        wrong.startsAt().isAfter(now) ? Verdict.TOO_EARLY : Verdict.TOO_LATE,
                        code,
                        null,
                        wrong.startsAt(),
                        null);
            case BookingRefused.AlreadyUsed used -> new Scan(Verdict.USED, code, ticket, used.at(), null);
            case BookingRefused.NotConfirmed not -> new Scan(verdict(not.state()), code, ticket, null, null);
            case BookingRefused.Taking _ -> throw new IllegalStateException("nobody books at the door", refused);
        };
    }

    private static Verdict verdict(AppointmentState state) {
        return switch (state) {
            case HELD -> Verdict.UNPAID;
            case EXPIRED -> Verdict.EXPIRED;
            case CANCELLED -> Verdict.CANCELLED;
            case NO_SHOW -> Verdict.MISSED;
            case CONFIRMED, CHECKED_IN, DONE -> Verdict.USED;
        };
    }
}
