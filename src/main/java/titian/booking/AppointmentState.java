package titian.booking;

import java.util.Set;

/**
 * How far a booked visit has come.
 *
 * <pre>
 * HELD → CONFIRMED → CHECKED_IN → DONE
 * HELD → EXPIRED     CONFIRMED, CHECKED_IN → NO_SHOW
 *                    CONFIRMED → CANCELLED
 * </pre>
 */
public enum AppointmentState {
    HELD,
    CONFIRMED,
    CHECKED_IN,
    DONE,
    NO_SHOW,
    CANCELLED,
    EXPIRED;

    /** The states that follow this one: the whole life of an appointment, in one place. */
    public Set<AppointmentState> next() {
        return switch (this) {
            case HELD -> Set.of(CONFIRMED, EXPIRED);
            case CONFIRMED -> Set.of(CHECKED_IN, NO_SHOW, CANCELLED);
            case CHECKED_IN -> Set.of(DONE, NO_SHOW);
            case DONE, NO_SHOW, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** A live appointment takes a place and keeps its holder from booking another. */
    public boolean isLive() {
        return !next().isEmpty();
    }
}
