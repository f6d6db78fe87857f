package titian.slot;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.office.OfficeDesk;

/**
 * Goes round the offices: opens the days that have come within reach, one office at a time, on one node at a time.
 * Nobody waits for it: looking at an office's calendar opens that office's days at once.
 */
@Configuration(proxyBeanMethods = false)
class Opening {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int STEPS = 1_000;

    @Bean
    RecurringTask<Void> openDays(CalendarDesk desk, OfficeDesk offices, Clock clock) {
        return Tasks.recurring("open-days", FixedDelay.of(PAUSE))
                .execute((_, _) -> offices.all().forEach(office -> desk.opened(office.id(), clock.instant())));
    }

    /** What an administrator's page left undone, because its node died or somebody was quicker. */
    @Bean
    RecurringTask<Void> cutDaysOnceMore(SlotDesk desk) {
        return Tasks.recurring("cut-days-once-more", FixedDelay.of(SOON)).execute((_, _) -> {
            for (int step = 0; step < STEPS && desk.cutADay(null); step++) {
                Thread.onSpinWait();
            }
        });
    }

    @Bean
    RecurringTask<Void> noteWhatPartnersLeft(SlotDesk desk) {
        return Tasks.recurring("note-what-partners-left", FixedDelay.of(PAUSE))
                .execute((_, _) -> desk.noteWhatPartnersLeft());
    }

    @Bean
    RecurringTask<Void> tellWhoIsToMove(SlotDesk desk) {
        return Tasks.recurring("tell-who-is-to-move", FixedDelay.of(PAUSE)).execute((_, _) -> desk.tellWhoIsToMove());
    }
}
