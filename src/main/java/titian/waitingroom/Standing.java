package titian.waitingroom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where somebody stands in a waiting room. */
sealed interface Standing {

    /** How long a person may book once let in. */
    Duration STAY = Duration.ofMinutes(15);

    /** How long it may be with the one renewal. */
    Duration WINDOW = Duration.ofMinutes(30);

    /** Without a ticket. */
    record Outside() implements Standing {}

    /** Has a ticket for the draw. */
    record InLot(TicketId ticket) implements Standing {}

    /** Came after the opening a moment ago, and gets a place with the next round. */
    record Arriving(TicketId ticket) implements Standing {}

    /** Waits for others. */
    record InLine(TicketId ticket, int position, int ahead, Instant turn) implements Standing {}

    /** May go in and has not yet. */
    record Turn(TicketId ticket, int position) implements Standing {}

    /** May book until then. */
    record Inside(TicketId ticket, Instant until, boolean renewable) implements Standing {}

    /** Was let in, and may go in once more until then. */
    record Lapsed(TicketId ticket, Instant renewableUntil) implements Standing {}

    /** Was let in, and that is over. */
    record Over(TicketId ticket) implements Standing {}

    static Standing of(Tickets.@Nullable Row ticket, @Nullable Line line, Instant now) {
        if (ticket == null) {
            return new Outside();
        }
        var position = ticket.position();
        if (line == null || position == null) {
            return ticket.byLot() ? new InLot(ticket.id()) : new Arriving(ticket.id());
        }
        var let = line.admittedUpTo(now);
        if (position > let) {
            return new InLine(ticket.id(), position, position - let - 1, line.turnOf(position));
        }
        return admitted(ticket, position, now);
    }

    private static Standing admitted(Tickets.Row ticket, int position, Instant now) {
        var first = ticket.firstAdmittedAt();
        var until = ticket.admittedUntil();
        if (first == null || until == null) {
            return new Turn(ticket.id(), position);
        }
        var renewable = ticket.admissions() == 1;
        if (now.isBefore(until)) {
            return new Inside(ticket.id(), until, renewable);
        }
        var windowEnds = first.plus(WINDOW);
        return renewable && now.isBefore(windowEnds) ? new Lapsed(ticket.id(), windowEnds) : new Over(ticket.id());
    }
}
