package titian.queue;

import java.time.Duration;
import java.time.Instant;

/** A ticket and its holder's name, for officers of that office only. */
record Person(Ticket ticket, String name) {

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
