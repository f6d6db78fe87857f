package titian.recovery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, codes nobody can use any more are forgotten. */
@Configuration(proxyBeanMethods = false)
class RecoveryTidying {

    @Bean
    RecurringTask<Void> tidyRecoveries(RecoveryDesk desk) {
        return Tasks.recurring("recovery-tidying", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 0)))
                .execute((_, _) -> desk.tidy());
    }
}
