package titian.privacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those a breach concerns are told while nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class Telling {

    @Bean
    Task<IncidentDesk.Letters> tellOfBreach(IncidentDesk desk) {
        return Tasks.oneTime(IncidentDesk.TELL)
                .execute((task, _) -> desk.tellUntold(task.getData().incident()));
    }
}
