package titian.capacity;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.SignedInPeople.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.booking.BookingRefused;
import titian.office.Office;
import titian.office.Policy;
import titian.office.Split;
import titian.office.Template;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.ServiceLane;
import titian.slot.Day;
import titian.slot.PlanEffect;

/** A plan is tried before it is saved; saved, the open days follow it one by one, and nobody loses what they booked. */
@TitianTest
class PlanTest extends ChangedPlans {

    @Autowired
    MockMvcTester browser;

    @Test
    void whoeverDividesThePlacesIsToldWhoGivesThoseOfPartners() {
        var admin = SignedInPeople.officer(accounts, OfficeId.of("kanim-jakarta-selatan"), Role.ADMINISTRATOR);

        assertThat(browser.get().uri("/petugas/kapasitas/pekan").with(as(admin)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("id=\"mitra-t\">Dipesankan mitra kantor ini")
                .contains("aria-describedby=\"mitra-t\"");
    }

    @Test
    void tryingAPlanShowsWhatItDoesAndLeavesNothingBehind() {
        var office = plans.serving("kanim-bitung", 3);
        var day = plans.day(office);
        book(plans.first(office, day), 3);
        var fewer = new PlanChange.Week(
                ServiceLane.PASSPORT, day, day, EnumSet.of(day.getDayOfWeek()), SomePlans.twoHours(1));

        var effect = effect(office, fewer);

        assertThat(effect.days()).singleElement().isEqualTo(new PlanEffect.DayEffect(day, 6, 2, 0, 4, 3, 2));
        assertThat(effect.people()).hasSize(2);
        assertThat(plans.first(office, day).capacity()).isEqualTo(3);
        assertThat(planning.versions(office.id(), ServiceLane.PASSPORT, day))
                .noneMatch(version -> day.equals(version.until()));
        assertThat(effect(office, fewer)).isEqualTo(effect);
    }

    @Test
    void otherHoursWinSomePlacesAndLoseOthers() {
        var office = plans.serving("kanim-palu", 2);
        var day = plans.day(office);
        var later = new Template(
                2,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                Split.ALL_PUBLIC);
        var change = new PlanChange.Week(ServiceLane.PASSPORT, day, day, EnumSet.of(day.getDayOfWeek()), later);

        assertThat(effect(office, change).days()).singleElement().satisfies(seen -> {
            assertThat(seen.won()).isEqualTo(4);
            assertThat(seen.lost()).isEqualTo(2);
            assertThat(seen.toMove()).isZero();
        });
        plans.save(office, change);
        assertThat(bookings.day(office.id(), day))
                .extracting(slot -> slot.startsAt().atZone(office.zone()).getHour())
                .containsExactly(9, 10, 11);
    }

    @Test
    void aSmallerPlanKeepsWhatIsTakenAndSellsNothingMore() {
        var office = plans.serving("kanim-kendari", 3);
        var day = plans.day(office);
        var window = plans.first(office, day);
        book(window, 3);

        plans.save(office, plans.everyDay(office, 1));

        var crowded = bookings.slot(window.id()).orElseThrow();
        assertThat(crowded.taken()).isEqualTo(3);
        assertThat(crowded.free()).isZero();
        assertThatThrownBy(() -> bookOne(window)).isInstanceOf(BookingRefused.SlotFull.class);
        assertThat(bookings.day(office.id(), day))
                .last()
                .satisfies(slot -> assertThat(slot.capacity()).isEqualTo(1));
    }

    @Test
    void aBiggerPlanAddsPlacesToWindowsAndWindowsToDays() {
        var office = plans.serving("kanim-ambon", 1);
        var day = plans.day(office);
        var longer = new Template(
                4,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                new Split(50, 0, 25, 25));

        plans.save(office, new PlanChange.Week(ServiceLane.PASSPORT, day, null, SomePlans.EVERY_DAY, longer));

        assertThat(bookings.day(office.id(), day)).hasSize(4).allMatch(slot -> slot.capacity() == 2);
        assertThat(channels(office, day)).containsExactlyInAnyOrder(Channel.PUBLIC, Channel.PRIORITY, Channel.PARTNER);
        assertThat(bookings.day(office.id(), day.minusDays(1))).hasSize(2);
    }

    @Test
    void eachLaneHasItsOwnWeek() {
        var office = plans.serving("kanim-maumere", 1);
        var day = plans.day(office);

        plans.save(
                office,
                new PlanChange.Week(ServiceLane.PICK_UP, day, null, SomePlans.EVERY_DAY, SomePlans.twoHours(5)));

        assertThat(db.sql("""
                        SELECT DISTINCT lane || ' ' || capacity
                          FROM booking.slot
                         WHERE office = :office AND starts_at >= :from AND capacity > 0
                         ORDER BY 1
                        """)
                        .param("office", office.id().value())
                        .param("from", day.atStartOfDay(office.zone()).toOffsetDateTime())
                        .query(String.class)
                        .list())
                .containsExactly("PASSPORT 1", "PICK_UP 5");
    }

    @Test
    void anExtraDayOverrulesAHolidayAndACloseDayShutsAnother() {
        var office = plans.serving("kanim-atambua", 2);
        var holiday = plans.today(office).plusDays(1);
        while (planning.specialDays(office.id(), holiday, holiday).isEmpty()) {
            holiday = holiday.plusDays(1);
        }
        openUntil(office, holiday);
        assertThat(openness(office, holiday)).isEqualTo(Day.Openness.HOLIDAY);

        plans.save(office, new PlanChange.Extra(holiday, SomePlans.twoHours(1), "Layanan khusus", "Extra service"));
        assertThat(openness(office, holiday)).isEqualTo(Day.Openness.OPEN);
        assertThat(bookings.day(office.id(), holiday)).hasSize(2).allMatch(slot -> slot.capacity() == 1);

        plans.save(office, new PlanChange.AsUsual(holiday));
        assertThat(openness(office, holiday)).isEqualTo(Day.Openness.HOLIDAY);

        var day = plans.day(office);
        plans.save(office, new PlanChange.Shut(day, "Gedung diperbaiki", "Building works"));
        assertThat(openness(office, day)).isEqualTo(Day.Openness.HOLIDAY);
        assertThat(bookings.day(office.id(), day)).isEmpty();
        assertThat(planning.specialDays(office.id(), day, day))
                .singleElement()
                .satisfies(shut -> assertThat(shut.name(false)).isEqualTo("Building works"));
    }

    @Test
    void theDaysOfAPlanAreThoseOfTheOfficesClock() {
        var jayapura = plans.serving("kanim-jayapura", 2);
        var day = plans.day(jayapura);
        plans.save(
                jayapura,
                new PlanChange.Week(ServiceLane.PASSPORT, day, day, EnumSet.of(day.getDayOfWeek()), atMidnight(2)));

        assertThat(bookings.day(jayapura.id(), day))
                .hasSize(24)
                .first()
                .satisfies(slot -> assertThat(slot.startsAt())
                        .isEqualTo(day.atStartOfDay(jayapura.zone()).toInstant()));
        assertThat(bookings.day(jayapura.id(), day.plusDays(1))).hasSize(2);
    }

    /** On the day Los Angeles puts its clocks on, the hour that is left out has no window; nothing moves to a neighbour. */
    @Test
    void aMissionAbroadPlansByItsOwnClockAcrossTheChangeOfTime() {
        var mission = offices.find(OfficeId.of("kjri-los-angeles")).orElseThrow();
        var change = new PlanChange.Week(
                ServiceLane.VISA, plans.today(mission), null, SomePlans.EVERY_DAY, SomePlans.twoHours(2));
        plans.save(mission, change);
        bookings.openDays(mission.id());
        var day = plans.day(mission);

        var starts = db.sql("""
                        SELECT starts_at
                          FROM booking.slot
                         WHERE office = 'kjri-los-angeles' AND lane = 'VISA'
                           AND starts_at >= :from AND starts_at < :until
                         ORDER BY starts_at
                        """)
                .param("from", day.atStartOfDay(mission.zone()).toOffsetDateTime())
                .param("until", day.plusDays(1).atStartOfDay(mission.zone()).toOffsetDateTime())
                .query((row, _) ->
                        row.getTimestamp(1).toInstant().atZone(mission.zone()).toLocalTime())
                .list();

        assertThat(starts).containsExactly(LocalTime.of(8, 0), LocalTime.of(9, 0));
    }

    private static Template atMidnight(int counters) {
        return new Template(
                counters,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                LocalTime.NOON,
                LocalTime.NOON,
                Split.ALL_PUBLIC);
    }

    private PlanEffect effect(Office office, PlanChange change) {
        return desk.whatIf(office.id(), change).getFirst().effect();
    }

    private Day.Openness openness(Office office, LocalDate day) {
        return bookings.month(office.id(), YearMonth.from(day)).stream()
                .filter(seen -> seen.date().equals(day))
                .findFirst()
                .orElseThrow()
                .openness();
    }

    /** However far away this day is today, its places are to be known. */
    private void openUntil(Office office, LocalDate day) {
        var today = plans.today(office);
        var usual = offices.policy(office.id(), today);
        offices.decide(
                office.id(),
                today,
                new Policy(
                        usual.preset(),
                        usual.assignment(),
                        usual.payment(),
                        usual.documents(),
                        usual.groupLimit(),
                        usual.hold(),
                        usual.reschedules(),
                        usual.rescheduleDaysBefore(),
                        usual.daysBetweenApplications(),
                        usual.minimumNotice(),
                        (int) Math.max(usual.horizon(), DAYS.between(today, day) + 1),
                        usual.returnDelay(),
                        null));
        bookings.openDays(office.id());
    }

    private List<Channel> channels(Office office, LocalDate day) {
        return db.sql("""
                        SELECT DISTINCT channel
                          FROM booking.slot
                         WHERE office = :office AND starts_at >= :from AND starts_at < :until AND capacity > 0
                        """)
                .param("office", office.id().value())
                .param("from", day.atStartOfDay(office.zone()).toOffsetDateTime())
                .param("until", day.plusDays(1).atStartOfDay(office.zone()).toOffsetDateTime())
                .query((row, _) -> Channel.valueOf(row.getString(1)))
                .list();
    }
}
