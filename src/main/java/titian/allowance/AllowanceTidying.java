package titian.allowance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, counts whose window has long closed are forgotten. */
@Configuration(proxyBeanMethods = false)
class AllowanceTidying {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> tidyAllowances(Limits limits, Clock clock) {
        return Tasks.recurring("allowance-tidying", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 0)))
                .execute((_, _) -> limits.forgetBefore(clock.instant().minus(KEPT)));
    }
}
