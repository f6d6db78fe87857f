package titian.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.form.PrecedenceDesk;

/** Finds whom a ticket belongs to. Whoever asks has made sure that the officer is of the ticket's office. */
@Component
class Persons {

    private final ApplicationDesk applications;
    private final PrecedenceDesk precedence;

    Persons(ApplicationDesk applications, PrecedenceDesk precedence) {
        this.applications = applications;
        this.precedence = precedence;
    }

    Person with(Ticket ticket) {
        var name = applications
                .summary(ticket.application())
                .map(ApplicationDesk.Summary::applicantName)
                .orElse("");
        return new Person(ticket, name);
    }

    /** The same, with what their form says of going first: whoever stands before them sees whether it is so. */
    Person atTheDoor(Ticket ticket) {
        return new Person(
                ticket, with(ticket).name(), precedence.of(ticket.application()).orElse(null));
    }

    List<Person> with(List<Ticket> tickets) {
        return tickets.stream().map(this::with).toList();
    }
}
