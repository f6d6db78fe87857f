package titian.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How often and until when an appointment may be changed. The same rule decides whether the button is shown and whether
 * the step is allowed.
 *
 * @param movesLeft how often it may still be moved
 * @param until     the moment from which on it can be neither moved nor cancelled: the end of the last day, where the
 *     office is
 */
public record ChangeRule(int movesLeft, Instant until, boolean inTime) {

    static ChangeRule of(Appointment appointment, int moves, int daysBefore, ZoneId zone, Instant now) {
        var lastDay = LocalDate.ofInstant(appointment.startsAt(), zone).minusDays(daysBefore);
        var until = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        return new ChangeRule(Math.max(0, moves - appointment.moves()), until, now.isBefore(until));
    }

    /** The last day on which it may be changed, where the office is. */
    public LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(until, zone).minusDays(1);
    }

    /** Whether it may be moved now. */
    public boolean letsMove() {
        return inTime && movesLeft > 0;
    }
}
