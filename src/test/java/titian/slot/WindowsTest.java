package titian.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.office.Split;
import titian.office.Template;

/** How a day is cut into windows. */
class WindowsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 8);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Test
    void lunchIsLeftOut() {
        assertThat(hours(template(60, "08:00", "15:00", "12:00", "13:00"), JAKARTA))
                .containsExactly(
                        "08:00-09:00", "09:00-10:00", "10:00-11:00", "11:00-12:00", "13:00-14:00", "14:00-15:00");
    }

    @Test
    void aWindowThatWouldRunIntoLunchBeginsAfterIt() {
        assertThat(hours(template(60, "08:00", "15:00", "11:30", "13:00"), JAKARTA))
                .containsExactly("08:00-09:00", "09:00-10:00", "10:00-11:00", "13:00-14:00", "14:00-15:00");
    }

    @Test
    void aWindowThatWouldRunPastClosingIsLeftOut() {
        assertThat(hours(template(90, "08:00", "11:00", "12:00", "13:00"), JAKARTA))
                .containsExactly("08:00-09:30", "09:30-11:00");
        assertThat(hours(template(90, "08:00", "10:59", "12:00", "13:00"), JAKARTA))
                .containsExactly("08:00-09:30");
    }

    @Test
    void anOfficeWithoutLunchWorksThrough() {
        assertThat(hours(template(60, "11:00", "14:00", "12:00", "12:00"), JAKARTA))
                .containsExactly("11:00-12:00", "12:00-13:00", "13:00-14:00");
    }

    @Test
    void theDayIsCutWhereTheOfficeStands() {
        var template = template(60, "08:00", "10:00", "12:00", "13:00");

        var inJakarta = Windows.of(template, TUESDAY, JAKARTA);
        var inJayapura = Windows.of(template, TUESDAY, ZoneId.of("Asia/Jayapura"));

        assertThat(Duration.between(
                        inJayapura.getFirst().startsAt(), inJakarta.getFirst().startsAt()))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void inTheHourThatClocksLeapOverNobodyIsReceived() {
        var losAngeles = ZoneId.of("America/Los_Angeles");
        var night = template(30, "01:00", "04:00", "12:00", "13:00");

        var leap = Windows.of(night, LocalDate.of(2027, 3, 14), losAngeles);

        assertThat(leap)
                .extracting(window -> LocalTime.ofInstant(window.startsAt(), losAngeles))
                .containsExactly(LocalTime.of(1, 0), LocalTime.of(1, 30), LocalTime.of(3, 0), LocalTime.of(3, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/Los_Angeles", "Asia/Jayapura", "Asia/Beirut", "Australia/Lord_Howe", "Africa/Cairo"})
    void onNoDayOfTheYearDoWindowsOverlapOrEndBeforeTheyBegin(String zone) {
        var allDay = template(30, "00:00", "00:00", "12:00", "12:30");
        LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(day -> {
            var before = Instant.MIN;
            for (var window : Windows.of(allDay, day, ZoneId.of(zone))) {
                assertThat(window.startsAt()).as("%s", day).isAfterOrEqualTo(before);
                assertThat(window.endsAt()).as("%s", day).isAfter(window.startsAt());
                before = window.endsAt();
            }
        });
    }

    @Test
    void anEveningUntilMidnightEnds() {
        assertThat(hours(template(60, "22:00", "00:00", "12:00", "13:00"), JAKARTA))
                .containsExactly("22:00-23:00", "23:00-00:00");
    }

    @Test
    void aWindowOfNoLengthIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> template(0, "08:00", "10:00", "12:00", "13:00"));
    }

    private static List<String> hours(Template template, ZoneId zone) {
        return Windows.of(template, TUESDAY, zone).stream()
                .map(window ->
                        LocalTime.ofInstant(window.startsAt(), zone) + "-" + LocalTime.ofInstant(window.endsAt(), zone))
                .toList();
    }

    private static Template template(int minutes, String opens, String closes, String lunchFrom, String lunchUntil) {
        return new Template(
                8,
                Duration.ofMinutes(20),
                Duration.ofMinutes(minutes),
                LocalTime.parse(opens),
                LocalTime.parse(closes),
                LocalTime.parse(lunchFrom),
                LocalTime.parse(lunchUntil),
                Split.ALL_PUBLIC);
    }
}
