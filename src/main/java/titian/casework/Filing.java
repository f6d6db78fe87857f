package titian.casework;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationScheduled;
import titian.application.VisitEnded;
import titian.capacity.PeopleMoved;
import titian.change.VisitMoved;
import titian.form.NumberChecked;

/**
 * Hears, inside the transaction that makes it so, that a visit is certain, has another time, or will not be; and
 * that the civil registry has confirmed a number.
 */
@Component
class Filing {

    private final FilingDesk desk;

    Filing(FilingDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        desk.follow(scheduled.application());
    }

    @EventListener
    void on(VisitMoved moved) {
        desk.follow(moved.application());
    }

    @EventListener
    void on(PeopleMoved moved) {
        moved.applications().forEach(desk::follow);
    }

    @EventListener
    void on(NumberChecked checked) {
        if (checked.confirmed()) {
            desk.answered(checked.application());
        }
    }

    @EventListener
    void on(VisitEnded ended) {
        desk.close(ended.application());
    }
}
