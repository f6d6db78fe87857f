package titian.casework;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationScheduled;
import titian.application.VisitEnded;
import titian.capacity.PeopleMoved;
import titian.change.VisitMoved;
import titian.document.DocumentHandedIn;
import titian.document.DocumentWithheld;
import titian.form.NumberChecked;

/**
 * Hears, inside the transaction that makes it so, that a visit is certain, has another time, or will not be; and
 * that the civil registry has confirmed a number, or a paper is another than it was.
 */
@Component
class Filing {

    private final FilingDesk desk;
    private final RepairDesk repairs;

    Filing(FilingDesk desk, RepairDesk repairs) {
        this.desk = desk;
        this.repairs = repairs;
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
    void on(DocumentHandedIn handedIn) {
        repairs.changed(handedIn.application());
    }

    @EventListener
    void on(DocumentWithheld withheld) {
        repairs.changed(withheld.application());
    }

    @EventListener
    void on(VisitEnded ended) {
        desk.close(ended.application());
    }
}
