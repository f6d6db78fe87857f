package titian.change;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationCancelled;
import titian.application.ApplicationScheduled;
import titian.capacity.PeopleMoved;
import titian.forfeit.Forfeit;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.shared.ApplicationId;

/**
 * Has whoever paid warned before the last day on which their visit can be changed: who does not come after that loses
 * the fee.
 */
@Component
class FeeAtStake {

    private final Visits visits;
    private final ForfeitDesk forfeits;

    FeeAtStake(Visits visits, ForfeitDesk forfeits) {
        this.visits = visits;
        this.forfeits = forfeits;
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        guard(scheduled.application());
    }

    @EventListener
    void on(VisitMoved moved) {
        guard(moved.application());
    }

    @EventListener
    void on(PeopleMoved moved) {
        moved.applications().forEach(this::guard);
    }

    @EventListener
    void on(ApplicationCancelled cancelled) {
        forfeits.lift(cancelled.application(), Moment.CHANGE_ENDS);
    }

    private void guard(ApplicationId application) {
        visits.find(application)
                .filter(visit -> visit.isAhead() && visit.isPaid())
                .ifPresent(visit -> forfeits.guard(new Forfeit(
                        visit.id(),
                        visit.application().account(),
                        Moment.CHANGE_ENDS,
                        visit.rule().until(),
                        visit.office().zone())));
    }
}
