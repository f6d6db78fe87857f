package titian.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import titian.shared.Speed;

/**
 * The times by which an office checks papers: a row of data with its first day, never a constant in code.
 *
 * @param toCheck     papers are checked within so long
 * @param beforeVisit and so long before the visit at the latest: then they can still be mended
 * @param lease       how long a file stays lent without its officer doing anything
 * @param onDuty      whoever was seen within so long is on duty, and gets back what they sent
 * @param daysToMend  within so many days papers are usually to be mended
 * @param patience    how long after its deadline a file comes before the head of the section
 */
record Pace(
        Duration toCheck, Duration beforeVisit, Duration lease, Duration onDuty, int daysToMend, Duration patience) {

    /** By when the papers of a file should be checked: in half the time if the passport is promised for the same day. */
    Instant due(Speed speed, Instant now, Instant visit) {
        var soon = now.plus(speed == Speed.SAME_DAY ? toCheck.dividedBy(2) : toCheck);
        var before = visit.minus(beforeVisit);
        var due = soon.isBefore(before) ? soon : before;
        return due.isAfter(now) ? due : visit;
    }

    /** By when papers are usually to be mended: a few days on, and the day before the visit at the latest. */
    LocalDate mendBy(LocalDate today, LocalDate visit) {
        var soon = today.plusDays(daysToMend);
        var dayBefore = visit.minusDays(1);
        var day = soon.isBefore(dayBefore) ? soon : dayBefore;
        return day.isBefore(today) ? today : day;
    }
}
