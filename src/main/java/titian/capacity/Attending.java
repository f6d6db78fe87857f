package titian.capacity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes over the people who are to be moved, as long as somebody is due. */
@Configuration(proxyBeanMethods = false)
class Attending {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int ROUNDS = 500;

    @Bean
    RecurringTask<Void> attendToDisplacedPeople(DisplacedDesk desk) {
        return Tasks.recurring("attend-to-displaced-people", FixedDelay.of(PAUSE))
                .execute((_, _) -> {
                    for (int round = 0; round < ROUNDS && desk.attendToOne(null); round++) {
                        Thread.onSpinWait();
                    }
                });
    }
}
