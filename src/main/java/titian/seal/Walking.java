package titian.seal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A new key is brought into every table while nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class Walking {

    @Bean
    Task<Void> sealPersonalDataAnew(WalkDesk desk) {
        return Tasks.recurring("personal-data-sealed-anew", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> desk.walkAll());
    }
}
