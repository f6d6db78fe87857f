package titian.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How fast a group commit decides, to tell whoever finds it busy when to come again. */
final class Pace {

    private static final double WEIGHT_OF_THE_LAST = 0.1;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private volatile double nanosEach = TimeUnit.MILLISECONDS.toNanos(1);

    /** Called by its one thread. */
    void decided(int requests, long nanos) {
        nanosEach += WEIGHT_OF_THE_LAST * ((double) nanos / requests - nanosEach);
    }

    /** How long it takes until as many as wait now have been decided, in whole seconds. */
    Duration untilDecided(int waiting) {
        var seconds = Math.ceil(waiting * nanosEach / TimeUnit.SECONDS.toNanos(1));
        var wait = Duration.ofSeconds((long) seconds);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
