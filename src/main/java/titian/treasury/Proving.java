package titian.treasury;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proves the books every night, at two by the clock of Jakarta, on whichever node comes first. */
@Configuration(proxyBeanMethods = false)
class Proving {

    @Bean
    Task<Void> proveBooks(ProofDesk desk) {
        return Tasks.recurring("prove-books", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 0)))
                .execute((_, _) -> desk.prove());
    }
}
