package titian.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Links entries every few seconds, signs days once they are over, and looks for patterns every few minutes, on whichever
 * node comes first.
 */
@Configuration(proxyBeanMethods = false)
class Sealing {

    static final TaskDescriptor<Asked> LOOK_NOW = TaskDescriptor.of("look-for-patterns-now", Asked.class);

    /** When an auditor asked. */
    record Asked(Instant at) {}

    @Bean
    Task<Void> linkAudit(SealDesk desk) {
        return Tasks.recurring("link-audit", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> {
                    while (desk.link()) {
                        Thread.onSpinWait();
                    }
                    desk.sign();
                });
    }

    /** Because an auditor does not want to wait for the next time. */
    @Bean
    Task<Asked> lookForPatternsNow(AlarmDesk desk) {
        return Tasks.oneTime(LOOK_NOW)
                .onFailure((complete, operations) -> operations.remove())
                .execute((_, _) -> desk.look());
    }

    @Bean
    Task<Void> lookForPatterns(AlarmDesk desk) {
        return Tasks.recurring("look-for-patterns", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> desk.look());
    }
}
