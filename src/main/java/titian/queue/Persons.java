package titian.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.form.PrecedenceDesk;
import titian.shared.Speed;

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
        return applications
                .summary(ticket.application())
                .map(about -> new Person(ticket, about.applicantName(), about.speed()))
                .orElseGet(() -> new Person(ticket, "", Speed.REGULAR));
    }

    /** The same, with what their form says of going first: whoever stands before them sees whether it is so. */
    Person atTheDoor(Ticket ticket) {
        var person = with(ticket);
        return new Person(
                ticket,
                person.name(),
                person.speed(),
                precedence.of(ticket.application()).orElse(null));
    }

    List<Person> with(List<Ticket> tickets) {
        return tickets.stream().map(this::with).toList();
    }
}
