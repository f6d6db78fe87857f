package titian.casework;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The sweep over files that went past their deadline, that still wait for somebody else when it comes, or whose papers
 * were not mended by their day: each is brought before the head of its section, once.
 */
@Configuration(proxyBeanMethods = false)
class Escalation {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;

    private final Heads heads;
    private final FileMoves moves;
    private final TransactionOperations transaction;
    private final Clock clock;

    Escalation(Heads heads, FileMoves moves, TransactionOperations transaction, Clock clock) {
        this.heads = heads;
        this.moves = moves;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Task<Void> escalateFiles() {
        return Tasks.recurring("escalate-files", FixedDelay.of(BETWEEN_SWEEPS)).execute((_, _) -> sweep());
    }

    void sweep() {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            Stream.concat(heads.takeEscalated(now, AT_ONCE).stream(), heads.takePausedTooLong(now, AT_ONCE).stream())
                    .forEach(application -> moves.tell("FILE_ESCALATED", application));
            heads.takeUnmended(now, AT_ONCE).forEach(moves::leftUnmended);
        });
    }
}
