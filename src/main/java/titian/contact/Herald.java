package titian.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.contact.ContactNews.Occasion;
import titian.phone.Carrier;
import titian.shared.Act;

/** Says what becomes of a change, inside the transaction that makes it so: to its ends and to the audit. */
@Component
class Herald {

    private final ApplicationEventPublisher events;

    Herald(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** At the new end. */
    void tellNew(Change change, Occasion occasion) {
        send(change, occasion, change.carrier());
    }

    private void send(Change change, Occasion occasion, @Nullable Carrier carrier) {
        events.publishEvent(new ContactNews(change.id(), occasion, carrier));
    }

    /** At an old end, if there is one; an old phone is written to by SMS. */
    void tell(Change change, Occasion occasion, @Nullable String end) {
        if (end != null) {
            send(change, occasion, end.contains("@") ? null : Carrier.SMS);
        }
    }

    void note(Change change, String what) {
        events.publishEvent(Act.of(change.field() + "_" + what, "account", change.account()));
    }
}
