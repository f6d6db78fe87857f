package titian.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDiscarded;
import titian.application.ApplicationRefused;
import titian.platform.Retrying;
import titian.shared.ApplicationId;

/** What is forgotten while nobody waits for it: again and again until it is done. */
@Configuration(proxyBeanMethods = false)
class Erasing {

    static final TaskDescriptor<One> ERASE = TaskDescriptor.of("erase-person", One.class);

    static final TaskDescriptor<One> FORGET_DRAFT = TaskDescriptor.of("forget-draft", One.class);

    /** Names an erasure, or an application. */
    record One(UUID id) {}

    @Bean
    Task<Void> takeDueErasures(ErasureDesk desk) {
        return Tasks.recurring("erasures-due", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> desk.takeDue());
    }

    @Bean
    Task<One> erasePerson(ErasureDesk desk) {
        return Tasks.oneTime(ERASE)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((task, _) -> desk.carryOut(task.getData().id()));
    }

    @Bean
    Task<One> forgetDraft(ForgettingDesk desk) {
        return Tasks.oneTime(FORGET_DRAFT)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((task, _) ->
                        desk.forget(List.of(new ApplicationId(task.getData().id()))));
    }

    /** In the night, Jakarta's. */
    @Bean
    Task<Void> sweepWhatIsTooOld(RetentionDesk desk) {
        return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 40)))
                .execute((_, _) -> desk.sweep());
    }

    /** Whatever other modules kept of a draft that was thrown away is forgotten too, unless an order keeps it all. */
    @Component
    static class Discarded {

        private final OrderedHolds ordered;
        private final titian.platform.Tasks tasks;

        Discarded(OrderedHolds ordered, titian.platform.Tasks tasks) {
            this.ordered = ordered;
            this.tasks = tasks;
        }

        @EventListener
        void on(ApplicationDiscarded discarded) {
            if (ordered.accountsUntilTheEnd().contains(discarded.account())) {
                throw new ApplicationRefused.KeptByOrder(discarded.application());
            }
            var id = discarded.application().value();
            tasks.soon(FORGET_DRAFT, id.toString(), new One(id));
        }
    }
}
