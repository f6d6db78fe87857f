package titian.change;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationCancelled;
import titian.application.ApplicationScheduled;
import titian.capacity.PeopleMoved;

/** Hears inside the transaction that makes it so that a visit is certain, or will not take place. */
@Component
class Following {

    private final DiaryDesk diary;

    Following(DiaryDesk diary) {
        this.diary = diary;
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        diary.follow(scheduled.application());
    }

    /** Whoever moved them has told them. */
    @EventListener
    void on(PeopleMoved moved) {
        moved.applications().forEach(diary::followUntold);
    }

    @EventListener
    void on(ApplicationCancelled cancelled) {
        diary.close(cancelled.application());
    }
}
