package titian.queue;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.live.LiveEvents;
import titian.shared.Act;
import titian.shared.OfficeId;

/** Tells open screens and the audit of each thing that is done on the day. */
@Component
class Telling {

    private final LiveEvents live;
    private final ApplicationEventPublisher events;

    Telling(LiveEvents live, ApplicationEventPublisher events) {
        this.live = live;
        this.events = events;
    }

    Ticket of(String what, Ticket ticket) {
        live.changed(QueueDesk.topic(ticket.office()));
        live.changed(ApplicationDesk.topic(ticket.application()));
        events.publishEvent(Act.of(what, "application", ticket.application()));
        return ticket;
    }

    void of(String what, OfficeId office, int counter) {
        live.changed(QueueDesk.topic(office));
        events.publishEvent(Act.of(what, "counter", office + " " + counter));
    }
}
