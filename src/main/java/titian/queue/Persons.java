package titian.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;

/** Finds whom a ticket belongs to. Whoever asks has made sure that the officer is of the ticket's office. */
@Component
class Persons {

    private final ApplicationDesk applications;

    Persons(ApplicationDesk applications) {
        this.applications = applications;
    }

    Person with(Ticket ticket) {
        var name = applications
                .summary(ticket.application())
                .map(ApplicationDesk.Summary::applicantName)
                .orElse("");
        return new Person(ticket, name);
    }

    List<Person> with(List<Ticket> tickets) {
        return tickets.stream().map(this::with).toList();
    }
}
