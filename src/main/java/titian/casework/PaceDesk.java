package titian.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.casework.Paces.Dated;
import titian.queue.Officer;
import titian.shared.Act;

/** Where an office decides by what times it checks papers, from a day to come. */
@Service
@Transactional
class PaceDesk {

    private final Paces paces;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaceDesk(Paces paces, ApplicationEventPublisher events, Clock clock) {
        this.paces = paces;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return Paces.day(clock.instant());
    }

    @Transactional(readOnly = true)
    Pace now(Officer officer) {
        return paces.of(officer.office(), clock.instant());
    }

    @Transactional(readOnly = true)
    List<Dated> planned(Officer officer) {
        return paces.planned(officer.office(), clock.instant());
    }

    /**
     * Decides for the officer's office. Files that are due already keep their deadline.
     *
     * @return false if something was decided for that day already
     */
    boolean decide(Officer officer, Dated dated, String why) {
        if (!paces.decide(officer.office(), dated)) {
            return false;
        }
        events.publishEvent(new Act(
                "PACE_DECIDED",
                "office",
                officer.office().value(),
                "",
                dated.from().toString(),
                why));
        return true;
    }
}
