package titian.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When places are let go, as it is announced: "Fridays at 14.00, for the two weeks after next". Releases follow one
 * another, each opening the days that come after the last one's, so that every day belongs to exactly one.
 *
 * @param since               one day on which a release is or was: it sets the day of the week, and which weeks count
 * @param at                  the hour of a release, in the office's time
 * @param everyWeeks          how many weeks lie between two releases: as many as each opens
 * @param firstDay            how many days after the day of the release the first day it opens lies
 * @param lead                how long before a release its waiting room lets people in
 * @param admissionsPerMinute how many people a minute the waiting room admits to the places
 */
public record ReleaseRule(
        LocalDate since, LocalTime at, int everyWeeks, int firstDay, Duration lead, int admissionsPerMinute) {

    public ReleaseRule {
        if (everyWeeks < 1 || firstDay < 0 || lead.isNegative() || admissionsPerMinute < 1) {
            throw new IllegalArgumentException("a release opens whole weeks that lie ahead, to one person at least");
        }
    }

    public DayOfWeek weekday() {
        return since.getDayOfWeek();
    }

    /** How many days a release opens. */
    public int days() {
        return 7 * everyWeeks;
    }

    /** From when on people may book places of that day. */
    public Instant opensAt(LocalDate day, ZoneId zone) {
        return moment(releaseOf(day), zone);
    }

    /** The day of the release that opens this day. */
    public LocalDate releaseOf(LocalDate day) {
        var sinceFirst = ChronoUnit.DAYS.between(since.plusDays(firstDay), day);
        return since.plusDays(Math.floorDiv(sinceFirst, days()) * (long) days());
    }

    /** The first release on that day or later. */
    public LocalDate next(LocalDate day) {
        return since.plusDays(Math.ceilDiv(ChronoUnit.DAYS.between(since, day), days()) * (long) days());
    }

    /** The moment of the release of that day. Where clocks leap over the hour, it is the moment after the leap. */
    public Instant moment(LocalDate release, ZoneId zone) {
        return release.atTime(at).atZone(zone).toInstant();
    }

    /** The first day a release opens. */
    public LocalDate firstOf(LocalDate release) {
        return release.plusDays(firstDay);
    }

    /** The last day a release opens. */
    public LocalDate lastOf(LocalDate release) {
        return firstOf(release).plusDays(days() - 1L);
    }
}
