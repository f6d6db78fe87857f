package titian.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.PriorityGroup;
import titian.shared.Speed;

/**
 * A ticket and its holder's name, for officers of that office only.
 *
 * @param speed how soon their passport is promised
 * @param group why the law lets them go first, as far as their form says so; told at the door and nowhere else
 */
record Person(
        Ticket ticket, String name, Speed speed, @Nullable PriorityGroup group) {

    Person(Ticket ticket, String name, Speed speed) {
        this(ticket, name, speed, null);
    }

    /** Whether they can look at their turn on a phone: whoever got a place of the priority channel at the door has no account. */
    boolean canFollow() {
        return !goesFirst() || group != null;
    }

    /** Whether their passport is promised for the same day. */
    boolean isHurried() {
        return speed == Speed.SAME_DAY;
    }

    boolean goesFirst() {
        return ticket.letter().equals(QueueDesk.PRIORITY);
    }

    /** Whether whoever sees them may let them go first. */
    boolean mayGoFirst() {
        return group != null && ticket.state() == TicketState.WAITING && !goesFirst();
    }

    /** As much of the name as one needs who calls it. */
    String brief() {
        return Names.brief(name);
    }

    long minutesWaited(Instant now) {
        return Math.max(0, Duration.between(ticket.arrivedAt(), now).toMinutes());
    }

    @Override
    public String toString() {
        return ticket.label();
    }
}
