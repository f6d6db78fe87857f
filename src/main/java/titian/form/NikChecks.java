package titian.form;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.form.Answer.NikCheck;
import titian.platform.Retrying;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;

/** Numbers that could not be checked while the civil registry was away are checked when it is back. */
@Configuration(proxyBeanMethods = false)
class NikChecks {

    static final TaskDescriptor<Unchecked> CHECK_AGAIN = TaskDescriptor.of("nik-check", Unchecked.class);

    /** A check that could not be made: of which application, and when it was tried. */
    record Unchecked(UUID application, Instant at) {}

    /** Many may wait for the registry: none of them longer than this once it is back, and it is not asked by all every minute. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Bean
    Task<Unchecked> checkNikAgain(FormDesk forms, RegistryDesk registry, Clock clock) {
        return Tasks.oneTime(CHECK_AGAIN)
                .onFailure(Retrying.soonThenEvery(LONGEST_PAUSE))
                .execute((task, _) -> forms.unchecked(task.getData()).ifPresent(identity -> {
                    var answer = registry.check(identity.person());
                    if (answer instanceof RegistryAnswer.Unreachable) {
                        throw new StillUnreachable();
                    }
                    forms.checked(task.getData(), NikCheck.of(answer, clock.instant()));
                }));
    }

    /** Makes the task come back later. */
    private static final class StillUnreachable extends RuntimeException {
        StillUnreachable() {
            super("the civil registry cannot be reached yet", null, false, false);
        }
    }
}
