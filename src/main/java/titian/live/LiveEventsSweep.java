package titian.live;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what no screen will ask for any more. */
@Configuration(proxyBeanMethods = false)
class LiveEventsSweep {

    @Bean
    Task<Void> forgetOldLiveEvents(LiveEvents events) {
        return Tasks.recurring("live-events-forgotten", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> events.forgetOld());
    }
}
