package titian.contact;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.account.AccountRefused.AddressTaken;

/** Changes that nobody stopped become true when their time has come. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    @Bean
    RecurringTask<Void> makeChanges(ConfirmDesk desk) {
        return Tasks.recurring("contact-changes", FixedDelay.ofMinutes(1)).execute((_, _) -> sweep(desk));
    }

    static void sweep(ConfirmDesk desk) {
        for (var due : desk.due()) {
            try {
                desk.make(due);
            } catch (AddressTaken _) {
                LOG.info("Change {} came too late: somebody else has that end by now", due);
                desk.drop(due);
            }
        }
    }
}
