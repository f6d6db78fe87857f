package titian.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a number will probably be called: a range, for nobody knows exactly. It goes by how long serving a person has
 * taken so far today and how many counters are open.
 */
record Estimate(Instant from, Instant until) {

    private static final Duration UNTIL_WE_KNOW = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final double EARLY = 0.8;
    private static final double LATE = 1.3;
    private static final long STEP_MINUTES = 5;

    static Estimate of(int ahead, int counters, @Nullable Duration service, Instant now) {
        var each = service == null ? UNTIL_WE_KNOW : service.compareTo(SHORTEST) < 0 ? SHORTEST : service;
        var turn = (double) each.toSeconds() / Math.max(1, counters);
        var from = now.plusSeconds(Math.round(ahead * turn * EARLY));
        var until = now.plusSeconds(Math.round((ahead + 1) * turn * LATE));
        return new Estimate(roundedDown(from), roundedDown(until).plus(STEP_MINUTES, ChronoUnit.MINUTES));
    }

    /** How long until the middle of the range, for "about ... minutes". */
    long minutes(Instant now) {
        var middle = from.plus(Duration.between(from, until).dividedBy(2));
        return Math.max(1, Duration.between(now, middle).toMinutes() / STEP_MINUTES) * STEP_MINUTES;
    }

    private static Instant roundedDown(Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        var over = Math.floorMod(minute.getEpochSecond() / 60, STEP_MINUTES);
        return minute.minus(over, ChronoUnit.MINUTES);
    }
}
