package titian.booking;

import java.time.Duration;
import java.time.Instant;
import titian.shared.OfficeId;
import titian.slot.SlotId;

/**
 * What the rules of booking do not allow. Thrown, so that the transaction rolls back by itself; sealed, so that
 * whoever catches one answers every kind.
 */
public abstract sealed class BookingRefused extends RuntimeException {

    private BookingRefused(String message) {
        super(message, null, false, false);
    }

    /** What stands in the way of taking, moving or giving back a place. */
    public abstract static sealed class Taking extends BookingRefused {
        private Taking(String message) {
            super(message);
        }
    }

    /** What stands in the way of a person who shows a code. */
    public abstract static sealed class AtTheDoor extends BookingRefused {
        private AtTheDoor(String message) {
            super(message);
        }
    }

    /** The window has too few places left, does not exist, or is not for whoever asks. */
    public static final class SlotFull extends Taking {
        SlotFull(SlotId slot) {
            super("slot " + slot + " has no place left");
        }
    }

    /** The person already holds a live appointment. */
    public static final class AlreadyBooked extends Taking {
        private final transient Appointment existing;

        AlreadyBooked(Appointment existing) {
            super("already holds appointment " + existing.id());
            this.existing = existing;
        }

        public Appointment existing() {
            return existing;
        }
    }

    /** Too little time has passed since the person's last application. */
    public static final class TooSoon extends Taking {
        private final transient Instant next;

        TooSoon(Instant next) {
            super("may book again from " + next);
            this.next = next;
        }

        /** From when on the person may book again. */
        public Instant next() {
            return next;
        }
    }

    /** The window is announced but not open yet. */
    public static final class NotOpenYet extends Taking {
        private final transient Instant opensAt;

        NotOpenYet(Instant opensAt) {
            super("opens at " + opensAt);
            this.opensAt = opensAt;
        }

        public Instant opensAt() {
            return opensAt;
        }
    }

    /** The window has begun, or is too near to be booked, moved or cancelled. */
    public static final class TooLate extends Taking {
        TooLate() {
            super("it is too late for that");
        }
    }

    /** More people than may come together. */
    public static final class GroupTooLarge extends Taking {
        private final int limit;

        GroupTooLarge(int limit) {
            super("at most " + limit + " may come together");
            this.limit = limit;
        }

        public int limit() {
            return limit;
        }
    }

    /** The same key was used to ask for something else. */
    public static final class KeyReused extends Taking {
        KeyReused() {
            super("this key was used for another request");
        }
    }

    /** The places offered are no longer kept: the deadline has passed, or they were taken. */
    public static final class OfferGone extends Taking {
        OfferGone() {
            super("the offer is over");
        }
    }

    /** The appointment has been moved as often as the rules allow. */
    public static final class MovedOften extends Taking {
        MovedOften() {
            super("the appointment was moved as often as it may be");
        }
    }

    /** No window within the wishes has room. */
    public static final class NoPlaceFound extends Taking {
        NoPlaceFound() {
            super("no window within the wishes has room");
        }
    }

    /** So many are booking that this request was not decided. Nothing happened; the same key may be sent again. */
    public static final class Busy extends Taking {
        private final transient Duration retryAfter;

        Busy(Duration retryAfter) {
            super("busy, again in " + retryAfter);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** No appointment has this code. */
    public static final class CodeUnknown extends AtTheDoor {
        CodeUnknown() {
            super("no appointment has this code");
        }
    }

    /** The appointment is at another office. */
    public static final class WrongOffice extends AtTheDoor {
        private final transient OfficeId office;

        WrongOffice(OfficeId office) {
            super("the appointment is at " + office);
            this.office = office;
        }

        public OfficeId office() {
            return office;
        }
    }

    /** The appointment is on another day of the office's calendar. */
    public static final class WrongDay extends AtTheDoor {
        private final transient Instant startsAt;

        WrongDay(Instant startsAt) {
            super("the appointment is at " + startsAt);
            this.startsAt = startsAt;
        }

        public Instant startsAt() {
            return startsAt;
        }
    }

    /** The code was used to come in already. */
    public static final class AlreadyUsed extends AtTheDoor {
        private final transient Instant at;

        AlreadyUsed(Instant at) {
            super("checked in at " + at);
            this.at = at;
        }

        public Instant at() {
            return at;
        }
    }

    /** The appointment cannot be used: unpaid, expired or marked as missed. */
    public static final class NotConfirmed extends AtTheDoor {
        private final transient AppointmentState state;

        NotConfirmed(AppointmentState state) {
            super("the appointment is " + state);
            this.state = state;
        }

        public AppointmentState state() {
            return state;
        }
    }
}
