package titian.waitingroom;

import java.time.Duration;
import java.time.Instant;

/**
 * The line of a waiting room and how far it has been let in. It moves by time alone: whoever looks, on whichever node,
 * counts the same, and nobody has to be running for it to move on.
 *
 * @param placed    how many stand in it, those already let in among them
 * @param admitted  how many had been let in at the moment it was last counted
 * @param perMinute how many a minute are let in
 */
record Line(int placed, int admitted, Instant countedAt, int perMinute) {

    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    /** How many are let in by now, the first in line first. */
    int admittedUpTo(Instant now) {
        var waited = Duration.between(countedAt, now);
        if (waited.isNegative()) {
            return admitted;
        }
        // Whole minutes apart, so that no product of a long wait and a high rate overflows.
        var more = waited.toMinutes() * perMinute
                + waited.minusMinutes(waited.toMinutes()).toNanos() * perMinute / NANOS_PER_MINUTE;
        return (int) Math.min(placed, admitted + more);
    }

    /** When the one at this place is let in, or was at the latest. */
    Instant turnOf(int position) {
        var before = Math.max(0, position - admitted);
        return countedAt
                .plus(Duration.ofMinutes(before / perMinute))
                .plusNanos(Math.ceilDiv(before % perMinute * NANOS_PER_MINUTE, (long) perMinute));
    }

    boolean isDrained(Instant now) {
        return admittedUpTo(now) == placed;
    }

    /** Counted anew before more join: a line that stood empty does not let a crowd in at once for the time it was idle. */
    Line joinedBy(int more, Instant now) {
        return isDrained(now)
                ? new Line(placed + more, placed, now, perMinute)
                : new Line(placed + more, admitted, countedAt, perMinute);
    }
}
