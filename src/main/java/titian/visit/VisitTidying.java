package titian.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, visits that lie long behind are forgotten. */
@Configuration(proxyBeanMethods = false)
class VisitTidying {

    @Bean
    RecurringTask<Void> tidyVisits(VisitDesk desk) {
        return Tasks.recurring("visit-tidying", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 20)))
                .execute((_, _) -> desk.tidy());
    }
}
