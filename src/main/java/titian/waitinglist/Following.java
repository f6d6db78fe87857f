package titian.waitinglist;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDiscarded;
import titian.application.ApplicationScheduled;
import titian.application.ApplicationSubmitted;
import titian.platform.Tasks;
import titian.shared.ApplicationId;

/** Hears, inside the transaction in which it happens, that an application has its place or is gone: it waits no more. */
@Component
class Following {

    static final TaskDescriptor<Settled> SETTLED = TaskDescriptor.of("waiting-list-settled", Settled.class);

    /** One of those who wait by this wish has a place, or is gone. */
    record Settled(UUID wish) {}

    private final Wishes wishes;
    private final Tasks tasks;

    Following(Wishes wishes, Tasks tasks) {
        this.wishes = wishes;
        this.tasks = tasks;
    }

    @EventListener
    void on(ApplicationSubmitted submitted) {
        leaveSoon(submitted.application());
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        leaveSoon(scheduled.application());
    }

    @EventListener
    void on(ApplicationDiscarded discarded) {
        leaveSoon(discarded.application());
    }

    private void leaveSoon(ApplicationId application) {
        wishes.open(application)
                .ifPresent(wish -> tasks.soon(
                        SETTLED, wish.id().toString(), new Settled(wish.id().value())));
    }
}
