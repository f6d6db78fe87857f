package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import titian.shared.ApplicationId;
import titian.slot.SomeSlots;

/** Until when a visit may be changed: to the end of the last day, as days are counted where the office is. */
class ChangeRuleTest {

    /**
     * In Los Angeles the clocks go back on 1 November 2026 and forward on 14 March 2027, in London on 25 October and 28
     * March; in Sydney, where it is summer then, forward on 4 October 2026 and back on 4 April 2027.
     */
    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,        2026-12-07T03:00:00Z, 1, 2026-12-06T17:00:00Z, 2026-12-06",
        "Asia/Jayapura,       2026-12-07T01:00:00Z, 1, 2026-12-06T15:00:00Z, 2026-12-06",
        "Asia/Jayapura,       2026-12-06T15:00:00Z, 1, 2026-12-06T15:00:00Z, 2026-12-06",
        "Asia/Jayapura,       2026-12-06T14:59:59Z, 1, 2026-12-05T15:00:00Z, 2026-12-05",
        "America/Los_Angeles, 2026-11-02T17:00:00Z, 1, 2026-11-02T08:00:00Z, 2026-11-01",
        "America/Los_Angeles, 2026-11-02T17:00:00Z, 2, 2026-11-01T07:00:00Z, 2026-10-31",
        "America/Los_Angeles, 2027-03-15T16:00:00Z, 1, 2027-03-15T07:00:00Z, 2027-03-14",
        "America/Los_Angeles, 2027-03-15T16:00:00Z, 2, 2027-03-14T08:00:00Z, 2027-03-13",
        "Europe/London,       2026-10-26T10:00:00Z, 1, 2026-10-26T00:00:00Z, 2026-10-25",
        "Europe/London,       2026-10-26T10:00:00Z, 2, 2026-10-24T23:00:00Z, 2026-10-24",
        "Europe/London,       2027-03-29T08:00:00Z, 1, 2027-03-28T23:00:00Z, 2027-03-28",
        "Europe/London,       2027-03-29T08:00:00Z, 2, 2027-03-28T00:00:00Z, 2027-03-27",
        "Australia/Sydney,    2026-10-04T22:00:00Z, 1, 2026-10-04T13:00:00Z, 2026-10-04",
        "Australia/Sydney,    2026-10-04T22:00:00Z, 2, 2026-10-03T14:00:00Z, 2026-10-03",
        "Australia/Sydney,    2027-04-04T23:00:00Z, 1, 2027-04-04T14:00:00Z, 2027-04-04",
        "Australia/Sydney,    2027-04-04T23:00:00Z, 2, 2027-04-03T13:00:00Z, 2027-04-03",
        "Asia/Jakarta,        2026-12-07T03:00:00Z, 0, 2026-12-07T17:00:00Z, 2026-12-07"
    })
    void theLastDayEndsWhereTheOfficeIs(ZoneId zone, Instant visit, int daysBefore, Instant until, LocalDate lastDay) {
        var lastMoment = rule(visit, 0, daysBefore, zone, until.minusNanos(1));
        var over = rule(visit, 0, daysBefore, zone, until);

        assertThat(lastMoment.until()).isEqualTo(until);
        assertThat(lastMoment.lastDay(zone)).isEqualTo(lastDay);
        assertThat(lastMoment.inTime()).isTrue();
        assertThat(lastMoment.letsMove()).isTrue();
        assertThat(over.inTime()).isFalse();
        assertThat(over.letsMove()).isFalse();
    }

    @Test
    void aUsedUpCountLetsNobodyMoveButStaysInTime() {
        var visit = Instant.parse("2026-12-07T03:00:00Z");
        var zone = ZoneId.of("Asia/Jakarta");
        var now = Instant.parse("2026-12-01T00:00:00Z");

        for (int moves = 1; moves <= 3; moves++) {
            var rule = rule(visit, moves, 1, zone, now);
            assertThat(rule.movesLeft()).isZero();
            assertThat(rule.letsMove()).isFalse();
            assertThat(rule.inTime()).isTrue();
        }
    }

    /** One move is allowed. */
    private static ChangeRule rule(Instant visit, int moves, int daysBefore, ZoneId zone, Instant now) {
        var booked = SomeAppointments.of(
                ApplicationId.next(),
                SomeSlots.OFFICE,
                visit,
                visit.plusSeconds(3600),
                AppointmentState.CONFIRMED,
                visit,
                null);
        var moved = new Appointment(
                booked.id(),
                booked.party(),
                booked.code(),
                booked.account(),
                booked.application(),
                booked.person(),
                booked.slot(),
                booked.office(),
                booked.lane(),
                booked.channel(),
                booked.startsAt(),
                booked.endsAt(),
                booked.state(),
                booked.heldUntil(),
                booked.claimed(),
                moves,
                booked.bookedAt(),
                booked.checkedInAt());
        return ChangeRule.of(moved, 1, daysBefore, zone, now);
    }
}
