package titian.registry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.platform.OutsideLines;
import titian.platform.Retrying;
import titian.registry.RegistryAnswer.Unreachable;

/** Asks the registry about those who say who they are, until it answers. */
@Configuration(proxyBeanMethods = false)
class ClaimChecks {

    static final TaskDescriptor<Unchecked> CHECK = TaskDescriptor.of("claim-check", Unchecked.class);

    /** Many may wait for the registry: none of them longer than this once it is back, and it is not asked by all every minute. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** A claim to ask about: whose, and which of theirs. */
    record Unchecked(UUID account, int version) {}

    /** On a line of its own: nobody waits for these questions, so their failing keeps nobody from asking others. */
    @Bean
    Task<Unchecked> checkClaim(
            ClaimDesk claims, RegistryAccess access, OutsideLines lines, Questions questions, Clock clock) {
        var registry = new RegistryDesk(new Dukcapil(access, lines), questions, clock);
        return Tasks.oneTime(CHECK)
                .onFailure(Retrying.soonThenEvery(LONGEST_PAUSE))
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
