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
 * @param gather      how long a place rests for an older group that needs more, so that others may join it
 * @param passes      how often younger ones may be preferred to a group at an office, before a day is kept for it
 * @param lastCall    how long before a visit nothing is kept for a group any more
 * @param missed      after so many offers missed in a row the wish is paused
 */
record Rule(
        Duration offer,
        LocalTime dayFrom,
        LocalTime dayUntil,
        LocalTime nextMorning,
        Duration gather,
        int passes,
        Duration lastCall,
        int missed) {

    /** Less time than this to answer is no offer. */
    static final Duration SHORTEST = Duration.ofMinutes(15);

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

    /** The latest moment to answer for a visit that must be booked so long before it begins. */
    static Instant latest(Instant startsAt, Duration notice) {
        return startsAt.minus(notice).minusSeconds(1);
    }

    /** Whether there is still time to offer such a visit. */
    static boolean canBeOffered(Instant startsAt, Duration notice, Instant now) {
        return !latest(startsAt, notice).isBefore(now.plus(SHORTEST));
    }
}
