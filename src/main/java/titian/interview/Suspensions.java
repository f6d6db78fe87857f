package titian.interview;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sweep over suspensions whose months are over. */
@Configuration(proxyBeanMethods = false)
class Suspensions {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
    private static final int AT_ONCE = 50;

    private final ExaminationDesk desk;

    Suspensions(ExaminationDesk desk) {
        this.desk = desk;
    }

    @Bean
    Task<Void> endSuspensions() {
        return Tasks.recurring("end-suspensions", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> desk.resume(AT_ONCE));
    }
}
