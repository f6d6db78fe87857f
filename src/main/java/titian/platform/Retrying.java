package titian.platform;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How errands that failed are made again. */
public final class Retrying {

    private static final long LONGEST_WAIT = Duration.ofMinutes(1).toMillis();

    private Retrying() {}

    /**
     * After two seconds, then ever longer, at most a minute, each wait a little longer or shorter by chance: whoever
     * was away is not met by everybody at once when it comes back.
     */
    public static <T> FailureHandler<T> soonThenEveryMinute() {
        return (complete, operations) -> operations.reschedule(
                complete, complete.getTimeDone().plus(waitAfter(complete.getExecution().consecutiveFailures)));
    }

    /** How long it is waited after so many failures, one after the other. */
    static Duration waitAfter(int failures) {
        var wait = Math.min(LONGEST_WAIT, Math.round(2_000 * Math.pow(1.7, Math.min(failures, 20))));
        var chance = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return Duration.ofMillis(Math.round(wait * chance));
    }
}
