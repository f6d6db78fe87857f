package titian.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.slot.Day.Openness;

/** An office's days come into being when they are due, once, cut where the office stands. */
@TitianTest
class CalendarTest {

    private static final OfficeId JAKARTA = OfficeId.of("kanim-jakarta-selatan");
    private static final OfficeId JAYAPURA = OfficeId.of("kanim-jayapura");

    @Autowired
    BookingDesk desk;

    @Autowired
    OfficeDesk offices;

    @Autowired
    CalendarDesk calendars;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Test
    void theSweepOpensEveryOfficeThatServes() {
        var closed = offices.closed(today(JAKARTA)).keySet();
        var serving = offices.all().stream()
                .map(Office::id)
                .filter(office -> !closed.contains(office))
                .toList();

        assertThat(serving).hasSizeGreaterThan(100);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(db.sql(
                                        "SELECT DISTINCT office FROM booking.slot WHERE lane = 'PASSPORT' AND channel = 'PUBLIC'")
                                .query(String.class)
                                .list())
                        .containsAll(serving.stream().map(OfficeId::value).toList()));
    }

    @Test
    void theNextFreePlaceOfAnOfficeIsItsEarliest() {
        var earliest = desk.earliest(JAYAPURA, 1).getFirst();

        assertThat(calendars.nextFree(clock.instant())).containsEntry(JAYAPURA, earliest.startsAt());
    }

    @Test
    void aMonthTellsWhyADayOffersNothing() {
        var christmas = at("2026-12-01T01:00:00Z", then -> then.month(JAKARTA, YearMonth.of(2026, 12)));

        assertThat(christmas).hasSize(31);
        assertThat(openness(christmas, 1)).isEqualTo(Openness.OPEN);
        assertThat(openness(christmas, 5)).as("a Saturday").isEqualTo(Openness.CLOSED);
        assertThat(openness(christmas, 24)).as("joint leave").isEqualTo(Openness.HOLIDAY);
        assertThat(openness(christmas, 25)).as("a public holiday").isEqualTo(Openness.HOLIDAY);
    }

    @Test
    void daysBehindArePastAndDaysTooFarAheadAreNotYetOpen() {
        var month = at("2027-04-15T01:00:00Z", then -> then.month(JAKARTA, YearMonth.of(2027, 4)));
        var farAhead = at("2027-04-15T01:00:00Z", then -> then.month(JAKARTA, YearMonth.of(2027, 8)));

        assertThat(openness(month, 14)).isEqualTo(Openness.PAST);
        assertThat(openness(month, 15)).isEqualTo(Openness.OPEN);
        assertThat(openness(farAhead, 16)).isEqualTo(Openness.NOT_YET_OPEN);
        assertThat(openness(farAhead, 17)).as("Independence Day").isEqualTo(Openness.HOLIDAY);
        assertThat(openness(farAhead, 21)).as("a Saturday").isEqualTo(Openness.CLOSED);
    }

    @Test
    void aDayIsFullWhenItsPlacesAreGoneAndPastWhenItsHoursAre() {
        var day = LocalDate.of(2027, 10, 20);
        var morning = "2027-10-20T00:30:00Z";
        var windows = at(morning, then -> then.day(JAKARTA, day));
        assertThat(windows).isNotEmpty();
        db.sql("UPDATE booking.slot SET taken = capacity WHERE id = ANY (:slots)")
                .param("slots", windows.stream().map(slot -> slot.id().value()).toArray(UUID[]::new))
                .update();

        assertThat(openness(at(morning, then -> then.month(JAKARTA, YearMonth.from(day))), 20))
                .isEqualTo(Openness.FULL);
        assertThat(openness(at("2027-10-20T12:00:00Z", then -> then.month(JAKARTA, YearMonth.from(day))), 20))
                .isEqualTo(Openness.PAST);
        assertThat(at(morning, then -> then.earliest(JAKARTA, 3)))
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.startsAt()).isAfter(Instant.parse("2027-10-20T15:00:00Z")));
    }

    @Test
    void theHoursOfADayLeaveOutLunchAndWhatHasBegun() {
        var day = nextWorkingDay(JAKARTA);
        var zone = zone(JAKARTA);
        var template = offices.template(JAKARTA, day).orElseThrow();

        var planned = desk.day(JAKARTA, day).stream()
                .filter(slot -> slot.startsAt().getNano() == 0) // those of other tests begin at odd moments
                .toList();
        assertThat(planned).isNotEmpty().allSatisfy(slot -> {
            var starts = LocalTime.ofInstant(slot.startsAt(), zone);
            var ends = LocalTime.ofInstant(slot.endsAt(), zone);
            assertThat(starts).isAfterOrEqualTo(template.opens());
            assertThat(ends).isBeforeOrEqualTo(template.closes());
            assertThat(starts.isBefore(template.lunchUntil()) && ends.isAfter(template.lunchFrom()))
                    .as("overlaps lunch")
                    .isFalse();
            assertThat(slot.capacity()).isEqualTo(template.places(Channel.PUBLIC));
        });
        var afterTheFirst = planned.getFirst().startsAt();
        assertThat(at(afterTheFirst.toString(), then -> then.day(JAKARTA, day)))
                .extracting(Slot::startsAt)
                .doesNotContain(afterTheFirst);
    }

    @Test
    void theDayIsCutWhereTheOfficeStands() {
        var evening = "2027-06-09T15:30:00Z";

        assertThat(openness(at(evening, then -> then.month(JAYAPURA, YearMonth.of(2027, 6))), 9))
                .as("it is 00.30 of the tenth in Jayapura")
                .isEqualTo(Openness.PAST);
        assertThat(at(evening, then -> then.day(JAYAPURA, LocalDate.of(2027, 6, 10))))
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(LocalDate.ofInstant(slot.startsAt(), ZoneId.of("Asia/Jayapura")))
                        .isEqualTo(LocalDate.of(2027, 6, 10)));
    }

    @Test
    void theEarliestPlacesAreOnDifferentDaysInOrder() {
        var earliest = desk.earliest(JAKARTA, 3);

        assertThat(earliest).hasSize(3).allMatch(slot -> slot.free() > 0);
        assertThat(earliest).extracting(Slot::startsAt).isSorted();
        assertThat(earliest.stream().map(slot -> LocalDate.ofInstant(slot.startsAt(), zone(JAKARTA))))
                .doesNotHaveDuplicates();
    }

    /** Two nodes are two desks on one database; here they look at the same unopened month at the same moment. */
    @RepeatedTest(5)
    void nodesThatOpenTheSameDaysAtOnceMakeEachOnce() throws Exception {
        var when = Instant.parse("2030-01-01T02:00:00Z").plus(Duration.ofDays(40L * randomStep()));
        var day = LocalDate.ofInstant(when, zone(JAKARTA)).plusDays(10);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Day>> look = () -> at(when.toString(), then -> then.month(JAKARTA, YearMonth.from(day)));
            for (var answer :
                    nodes.invokeAll(Stream.generate(() -> look).limit(8).toList())) {
                assertThat(answer.get()).hasSize(day.lengthOfMonth());
            }
        }

        assertThat(db.sql("""
                        SELECT count(*)
                          FROM (SELECT starts_at
                                  FROM booking.slot
                                 WHERE office = :office AND lane = 'PASSPORT' AND channel = 'PUBLIC'
                                 GROUP BY starts_at
                                HAVING count(*) > 1) twice
                        """)
                        .param("office", JAKARTA.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(at(when.toString(), then -> then.earliest(JAKARTA, 1))).isNotEmpty();
    }

    @Test
    void anOfficeThatServesNobodyHasAnEmptyCalendarAndOneThatDoesNotExistHasNone() {
        var closed = offices.closed(today(JAKARTA)).keySet().iterator().next();
        var month = YearMonth.from(today(JAKARTA)).plusMonths(1);

        assertThat(desk.month(closed, month))
                .hasSize(month.lengthOfMonth())
                .allMatch(day -> day.openness() == Openness.CLOSED || day.openness() == Openness.HOLIDAY);
        assertThat(desk.earliest(closed, 3)).isEmpty();
        assertThat(desk.month(OfficeId.of("kanim-atlantis"), month)).isEmpty();
        assertThat(desk.day(OfficeId.of("kanim-atlantis"), today(JAKARTA))).isEmpty();
    }

    @Test
    void aPlaceTakenShowsInTheCalendar() {
        var slot = desk.earliest(JAYAPURA, 1).getFirst();
        var before = desk.slot(slot.id()).orElseThrow().free();

        desk.book(BookingRequest.of(
                "calendar",
                AccountId.next(),
                ApplicationId.next(),
                titian.People.someone().nik(),
                slot.id(),
                Terms.heldUntil(clock.instant().plusSeconds(600))));

        assertThat(desk.slot(slot.id()).orElseThrow().free()).isEqualTo(before - 1);
    }

    /** Looks at another moment. */
    private <T> List<T> at(String when, Function<Then, List<T>> look) {
        return look.apply(new Then(calendars, Instant.parse(when)));
    }

    /** What is seen at a moment. */
    private record Then(CalendarDesk calendars, Instant now) {

        List<Day> month(OfficeId office, YearMonth month) {
            return calendars.month(office, month, now);
        }

        List<Slot> day(OfficeId office, LocalDate day) {
            return calendars.day(office, day, now);
        }

        List<Slot> earliest(OfficeId office, int limit) {
            return calendars.earliest(office, limit, now);
        }
    }

    private LocalDate nextWorkingDay(OfficeId office) {
        return today(office)
                .plusDays(1)
                .datesUntil(today(office).plusDays(25))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.FRIDAY)
                .filter(day -> !desk.day(office, day).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static long randomStep() {
        return ThreadLocalRandom.current().nextLong(1, 900);
    }

    private static Openness openness(List<Day> month, int day) {
        return month.get(day - 1).openness();
    }

    private LocalDate today(OfficeId office) {
        return LocalDate.ofInstant(clock.instant(), zone(office));
    }

    private ZoneId zone(OfficeId office) {
        return offices.find(office).orElseThrow().zone();
    }
}
