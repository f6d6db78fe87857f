package titian.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When places are let go: each day by one release, at the office's own hour. */
class ReleaseRuleTest {

    private static final LocalDate A_FRIDAY = LocalDate.of(2026, 1, 9);
    private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /** Fridays at 14.00, for the two weeks after next. */
    private static final ReleaseRule FORTNIGHTLY = rule(2, 10);

    @Test
    void everyOtherFridayOpensTheTwoWeeksAfterNext() {
        var release = LocalDate.of(2026, 11, 27);

        assertThat(FORTNIGHTLY.weekday()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(FORTNIGHTLY.next(LocalDate.of(2026, 11, 14))).isEqualTo(release);
        assertThat(FORTNIGHTLY.next(release)).isEqualTo(release);
        assertThat(FORTNIGHTLY.firstOf(release)).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(FORTNIGHTLY.lastOf(release)).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(FORTNIGHTLY.opensAt(LocalDate.of(2026, 12, 7), JAYAPURA))
                .isEqualTo(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(FORTNIGHTLY.opensAt(LocalDate.of(2026, 12, 20), JAYAPURA))
                .isEqualTo(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(FORTNIGHTLY.opensAt(LocalDate.of(2026, 12, 21), JAYAPURA))
                .isEqualTo(Instant.parse("2026-12-11T05:00:00Z"));
    }

    @Test
    void everyDayOfManyYearsBelongsToExactlyOneReleaseBeforeIt() {
        for (var weeks = 1; weeks <= 5; weeks++) {
            var rule = rule(weeks, 3);
            LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(day -> {
                var release = rule.releaseOf(day);

                assertThat(day).isBetween(rule.firstOf(release), rule.lastOf(release));
                assertThat(rule.next(release)).isEqualTo(release);
                assertThat(rule.firstOf(rule.next(release.plusDays(1))))
                        .isEqualTo(rule.lastOf(release).plusDays(1));
            });
        }
    }

    @Test
    void theHourIsThatOfTheOfficeBeforeAndAfterClocksChange() {
        var weekly = rule(1, 3);

        assertThat(weekly.opensAt(LocalDate.of(2026, 10, 27), LOS_ANGELES))
                .isEqualTo(Instant.parse("2026-10-23T21:00:00Z"));
        assertThat(weekly.opensAt(LocalDate.of(2026, 11, 10), LOS_ANGELES))
                .isEqualTo(Instant.parse("2026-11-06T22:00:00Z"));
    }

    @Test
    void aReleaseInAnHourThatClocksLeapOverHappensAfterTheLeap() {
        var sunday = new ReleaseRule(LocalDate.of(2026, 3, 8), LocalTime.of(2, 30), 1, 1, Duration.ZERO, 60);

        assertThat(sunday.moment(LocalDate.of(2026, 3, 8), LOS_ANGELES))
                .isEqualTo(Instant.parse("2026-03-08T10:30:00Z"));
    }

    @Test
    void aReleaseOfNothingOrOfThePastIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(1, -1));
    }

    private static ReleaseRule rule(int everyWeeks, int firstDay) {
        return new ReleaseRule(A_FRIDAY, LocalTime.of(14, 0), everyWeeks, firstDay, Duration.ofMinutes(15), 600);
    }
}
