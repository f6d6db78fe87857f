package titian.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How fast a group commit decides, to tell whoever finds it busy when to come again. */
final class Pace {

    private static final double WEIGHT_OF_THE_LAST = 0.1;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private double nanosEach = TimeUnit.MILLISECONDS.toNanos(1);
    private long last = System.nanoTime();

    /** A batch waits for the one before it: only the time since then is its own. */
    synchronized void decided(int requests, long began) {
        var now = System.nanoTime();
        nanosEach += WEIGHT_OF_THE_LAST * ((double) Math.min(now - began, now - last) / requests - nanosEach);
        last = now;
    }

    /** How long it takes until as many as wait now have been decided, in whole seconds. */
    synchronized Duration untilDecided(int waiting) {
        var seconds = Math.ceil(waiting * nanosEach / TimeUnit.SECONDS.toNanos(1));
        var wait = Duration.ofSeconds((long) seconds);
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
