package titian.platform;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How errands that failed are made again: for as long as it takes, and never unnoticed. */
public final class Retrying {

    /** Failures in a row after which whoever runs the house is told; at a minute each, about once an hour. */
    static final int WORTH_TELLING = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Retrying() {}

    /**
     * After two seconds, then ever longer, at most a minute, each wait a little longer or shorter by chance: whoever
     * was away is not met by everybody at once when it comes back.
     */
    public static <T> FailureHandler<T> soonThenEveryMinute() {
        return soonThenEvery(A_MINUTE);
    }

    /** The same, up to another longest wait: for those who would be asked very often while they are away. */
    public static <T> FailureHandler<T> soonThenEvery(Duration longest) {
        return (complete, operations) -> {
            var failures = complete.getExecution().consecutiveFailures;
            tell(complete.getExecution(), failures);
            operations.reschedule(complete, complete.getTimeDone().plus(waitAfter(failures, longest)));
        };
    }

    private static void tell(Execution execution, int failures) {
        if (failures > 0 && failures % WORTH_TELLING == 0) {
            LOG.error("Errand {} failed {} times in a row; it is made again", execution.taskInstance, failures);
        }
    }

    /** How long it is waited after so many failures, one after the other. */
    static Duration waitAfter(int failures, Duration longest) {
        var wait = Math.min(longest.toMillis(), Math.round(2_000 * Math.pow(1.7, Math.min(failures, 20))));
        var chance = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return Duration.ofMillis(Math.round(wait * chance));
    }
}
