package titian.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.live.LiveEvents;
import titian.shared.Act;

/** Writes each move of an application, and tells the open screens and the other modules of it. */
@Component
class Moves {

    private final Applications applications;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;

    Moves(Applications applications, LiveEvents live, ApplicationEventPublisher events) {
        this.applications = applications;
        this.live = live;
        this.events = events;
    }

    /** Moves an application that the transaction has locked. */
    Stage move(PassportApplication from, PassportApplication to) {
        if (!applications.move(from.stage(), to)) {
            throw new IllegalStateException("a locked application was moved: " + from);
        }
        live.changed(ApplicationDesk.topic(to.id()));
        events.publishEvent(Act.of("APPLICATION_MOVED", "application", to.id())
                .from(from.stage().name(), to.stage().name()));
        switch (to.stage()) {
            case Submitted _ -> events.publishEvent(new ApplicationSubmitted(to.id()));
            case Scheduled _ -> events.publishEvent(new ApplicationScheduled(to.id()));
            case Expired expired when expired.paidLate() -> events.publishEvent(new ApplicationPaidLate(to.id()));
            case Expired _ -> events.publishEvent(new ApplicationExpired(to.id()));
            case Cancelled _ -> {
                events.publishEvent(new ApplicationCancelled(to.id()));
                events.publishEvent(new VisitEnded(to.id()));
            }
            case Refused _ -> {
                events.publishEvent(new ApplicationTurnedDown(to.id()));
                events.publishEvent(new VisitEnded(to.id()));
            }
            case Interviewed _, NoShow _ -> events.publishEvent(new VisitEnded(to.id()));
            case Draft _, CheckedIn _, InService _, Suspended _ -> {}
        }
        return to.stage();
    }
}
