package titian.registry;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.platform.OutsideLines;
import titian.registry.RegistryAnswer.Unreachable;

/** Asks the registry about those who say who they are, until it answers. */
@Configuration(proxyBeanMethods = false)
class ClaimChecks {

    static final TaskDescriptor<Unchecked> CHECK = TaskDescriptor.of("claim-check", Unchecked.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final double LONGER_EACH_TIME = 1.5;

    /** A claim to ask about: whose, and which of theirs. */
    record Unchecked(UUID account, int version) {}

    /** On a line of its own: nobody waits for these questions, so their failing keeps nobody from asking others. */
    @Bean
    Task<Unchecked> checkClaim(
            ClaimDesk claims, RegistryAccess access, OutsideLines lines, Questions questions, Clock clock) {
        var registry = new RegistryDesk(new Dukcapil(access, lines), questions, clock);
        return Tasks.oneTime(CHECK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, LONGER_EACH_TIME))
                .execute((task, _) -> {
                    var data = task.getData();
                    claims.unchecked(data.account(), data.version()).ifPresent(claim -> {
                        var answer = registry.check(claim.person());
                        if (answer instanceof Unreachable) {
                            throw new StillUnreachable();
                        }
                        claims.answer(claim, answer);
                    });
                });
    }

    /** Makes the task come back later. */
    private static final class StillUnreachable extends RuntimeException {
        StillUnreachable() {
            super("the civil registry cannot be reached yet", null, false, false);
        }
    }
}
