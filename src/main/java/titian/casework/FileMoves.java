package titian.casework;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;
import titian.live.LiveEvents;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Writes each move of a file, and tells the open screens, the audit and the other modules of it. */
@Component
class FileMoves {

    private final CaseFiles files;
    private final Pauses pauses;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;

    FileMoves(CaseFiles files, Pauses pauses, LiveEvents live, ApplicationEventPublisher events) {
        this.files = files;
        this.pauses = pauses;
        this.live = live;
        this.events = events;
    }

    /** Moves a file that the transaction has locked. */
    void move(CaseFile from, CaseFile to) {
        if (!files.move(from, to)) {
            throw new IllegalStateException("a locked file was moved: " + from);
        }
        var id = to.application();
        pause(from.standing(), to.standing().at()).ifPresent(over -> pauses.add(id, over));
        live.changed(ApplicationDesk.topic(id));
        events.publishEvent(Act.of("FILE_MOVED", "application", id)
                .from(from.standing().name(), to.standing().name()));
        switch (to.standing()) {
            case Returned _ -> events.publishEvent(new PapersReturned(id));
            case Ready _ -> events.publishEvent(new PapersReady(id));
            case Waiting _, Repaired _, Paused _, RefusalProposed _, Refused _, Closed _ -> {}
        }
    }

    /** A pause that is over with the standing it was. */
    private static Optional<Pauses.Pause> pause(Standing over, Instant until) {
        return switch (over) {
            case Returned returned -> Optional.of(new Pauses.Pause(Pauses.Why.APPLICANT, returned.at(), until));
            case Paused paused -> Optional.of(new Pauses.Pause(paused.why(), paused.at(), until));
            case Ready ready -> Optional.of(new Pauses.Pause(Pauses.Why.READY, ready.at(), until));
            case Closed closed -> Optional.of(new Pauses.Pause(Pauses.Why.CLOSED, closed.at(), until));
            case Waiting _, Repaired _, RefusalProposed _, Refused _ -> Optional.empty();
        };
    }

    /** Its papers were not mended by their day: it comes before the head, and its owner hears of it. */
    void leftUnmended(ApplicationId application) {
        tell("FILE_ESCALATED", application);
        events.publishEvent(new PapersUnmended(application));
    }

    /** Its papers are to be mended by an earlier day than its owner was told: the new day is told and guarded. */
    void mendSooner(ApplicationId application) {
        tell("MENDING_SOONER", application);
        events.publishEvent(new PapersReturned(application));
    }

    /** Something was done with a file that does not move it. */
    void tell(String what, ApplicationId application) {
        events.publishEvent(Act.of(what, "application", application));
    }
}
