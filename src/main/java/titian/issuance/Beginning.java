package titian.issuance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.VisitEnded;

/** Hears, inside the transaction that makes it so, that somebody's passport can be made. */
@Component
class Beginning {

    private final PickupDesk desk;

    Beginning(PickupDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(VisitEnded ended) {
        desk.begin(ended.application());
    }
}
