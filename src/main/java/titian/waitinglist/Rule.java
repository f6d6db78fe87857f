package titian.waitinglist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How offers are made: a row of data with a validity date, never a constant in code.
 *
 * @param offer       how long an offer made in the daytime stands
 * @param dayFrom     when the daytime begins by the office's clock
 * @param nextMorning until when an offer made at night stands
 * @param passes      how often younger ones may be preferred to a group, before places are gathered for it
 * @param gather      how long places of one window are gathered for a group
 * @param windows     in how many windows of an office places may be gathered at a time
 * @param lastCall    how long before a visit nothing is gathered for a group any more
 * @param missed      after so many offers in a row that were not taken the wish is paused
 */
record Rule(
        Duration offer,
        LocalTime dayFrom,
        LocalTime dayUntil,
        LocalTime nextMorning,
        int passes,
        Duration gather,
        int windows,
        Duration lastCall,
        int missed) {

    /** Less time than this to answer is no offer. */
    static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration REMINDED_AT_MOST = Duration.ofHours(1);
    private static final int PART_LEFT_WHEN_REMINDED = 3;

    /** Until when an offer made now stands by the clock of the office; the visit may be nearer than that. */
    Instant deadline(Instant now, ZoneId zone) {
        var here = now.atZone(zone);
        var time = here.toLocalTime();
        if (!time.isBefore(dayFrom) && time.isBefore(dayUntil)) {
            return now.plus(offer);
        }
        var morning =
                time.isBefore(dayFrom) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        return morning.atTime(nextMorning).atZone(zone).toInstant();
    }

    /** When to say once more that time runs out: with a third of it left, and an hour before the end at the earliest. */
    static Instant remindAt(Instant madeAt, Instant deadline) {
        var third = Duration.between(madeAt, deadline).dividedBy(PART_LEFT_WHEN_REMINDED);
        return deadline.minus(third.compareTo(REMINDED_AT_MOST) > 0 ? REMINDED_AT_MOST : third);
    }

    /** The latest moment to answer for a visit that must be booked so long before it begins. */
    static Instant latest(Instant startsAt, Duration notice) {
        return startsAt.minus(notice).minusSeconds(1);
    }

    /** Whether there is still time to offer such a visit. */
    static boolean canBeOffered(Instant startsAt, Duration notice, Instant now) {
        return !latest(startsAt, notice).isBefore(now.plus(SHORTEST));
    }

    /** Until when places of a window that begins then are gathered, if one begins to gather them now. */
    Instant gatheredUntil(Instant startsAt, Instant now) {
        var end = now.plus(gather);
        var call = startsAt.minus(lastCall);
        return end.isBefore(call) ? end : call;
    }
}
