package titian.queue;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.form.PrecedenceDesk;

/** Where whoever said in their form that the law lets them go first does so, once an officer has seen them. */
@Service
@Transactional
class PriorityDesk {

    private final Tickets tickets;
    private final PrecedenceDesk precedence;
    private final Telling telling;

    PriorityDesk(Tickets tickets, PrecedenceDesk precedence, Telling telling) {
        this.tickets = tickets;
        this.precedence = precedence;
        this.telling = telling;
    }

    /**
     * Gives them a number that is called before the others of their hour. Whoever said nothing keeps theirs, and so does
     * whoever was called meanwhile; the second time nothing happens.
     */
    Optional<Ticket> letGoFirst(Officer door, TicketId id) {
        return tickets.find(door.office(), id)
                .map(ticket -> precedence.of(ticket.application()).isEmpty() ? ticket : first(ticket));
    }

    private Ticket first(Ticket ticket) {
        return tickets.letGoFirst(ticket.id(), ticket.office())
                .map(given -> telling.of("LET_GO_FIRST", given))
                .orElse(ticket);
    }
}
