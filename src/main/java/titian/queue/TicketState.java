package titian.queue;

import java.util.Set;

/**
 * How far a person has come since the door.
 *
 * <pre>
 * WAITING → CALLED → SERVING → DONE
 *           CALLED → NO_SHOW
 * </pre>
 */
public enum TicketState {
    WAITING,
    CALLED,
    SERVING,
    DONE,
    NO_SHOW;

    /** The states that follow this one: the whole life of a ticket, in one place. */
    public Set<TicketState> next() {
        return switch (this) {
            case WAITING -> Set.of(CALLED);
            case CALLED -> Set.of(SERVING, NO_SHOW);
            case SERVING -> Set.of(DONE);
            case DONE, NO_SHOW -> Set.of();
        };
    }

    /** Whether the person holds a counter: one at a time does. */
    public boolean isAtCounter() {
        return this == CALLED || this == SERVING;
    }
}
