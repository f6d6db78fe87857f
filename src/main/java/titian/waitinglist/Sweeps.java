package titian.waitinglist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes to its end by itself, on whatever node. */
@Configuration(proxyBeanMethods = false)
class Sweeps {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> endWishes(WaitingListDesk desk) {
        return Tasks.recurring("waiting-list-endings", FixedDelay.of(PAUSE)).execute((_, _) -> desk.endOver());
    }
}
