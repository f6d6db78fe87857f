package titian.booking;

import java.time.Instant;
import titian.shared.OfficeId;

/**
 * What the rules of booking do not allow. Thrown, so that the transaction rolls back by itself; sealed, so that
 * whoever catches one answers every kind.
 */
public abstract sealed class BookingRefused extends RuntimeException {

    private BookingRefused(String message) {
        super(message, null, false, false);
    }

    /** The slot has no place left, is past, or does not exist. */
    public static final class SlotFull extends BookingRefused {
        SlotFull(SlotId slot) {
            super("slot " + slot + " has no place left");
        }
    }

    /** The person already holds a live appointment. */
    public static final class AlreadyBooked extends BookingRefused {
        private final transient Appointment existing;

        AlreadyBooked(Appointment existing) {
            super("already holds appointment " + existing.id());
            this.existing = existing;
        }

        public Appointment existing() {
            return existing;
        }
    }

    /** No appointment has this code. */
    public static final class CodeUnknown extends BookingRefused {
        CodeUnknown() {
            super("no appointment has this code");
        }
    }

    /** The appointment is at another office. */
    public static final class WrongOffice extends BookingRefused {
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
    public static final class WrongDay extends BookingRefused {
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
    public static final class AlreadyUsed extends BookingRefused {
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
    public static final class NotConfirmed extends BookingRefused {
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
