package titian.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night, what need not be known any longer is forgotten. */
@Configuration(proxyBeanMethods = false)
class AccountTidying {

    @Bean
    RecurringTask<Void> tidyAccounts(AccountDesk desk, CrowdDesk crowds) {
        return Tasks.recurring("account-tidying", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 0)))
                .execute((_, _) -> {
                    desk.tidy();
                    crowds.tidy();
                });
    }
}
