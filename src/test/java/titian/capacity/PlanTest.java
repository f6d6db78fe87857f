package titian.capacity;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Day;
import titian.booking.PlanEffect;
import titian.booking.Slot;
import titian.booking.SlotDesk;
import titian.booking.Terms;
import titian.office.Cap;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.OfficeRefused;
import titian.office.PlanningDesk;
import titian.office.Policy;
import titian.office.RegionalOffice;
import titian.office.Split;
import titian.office.Template;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.ServiceLane;

/** A plan is tried before it is saved; saved, the open days follow it one by one, and nobody loses what they booked. */
@TitianTest
class PlanTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    PlanDesk desk;

    @Autowired
    PlanningDesk planning;

    @Autowired
    SlotDesk slots;

    @Autowired
    BookingDesk bookings;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomePlans plans;
    SomeVisits visits;

    @BeforeEach
    void begin() {
        plans = new SomePlans(house);
        visits = new SomeVisits(house);
    }

    /** Nobody acts for a partner yet: places planned for them stay empty. */
    @Test
    void whoeverDividesThePlacesIsToldThatPartnersCannotBookYet() {
        var admin = SignedInPeople.officer(accounts, OfficeId.of("kanim-jakarta-selatan"), Role.ADMINISTRATOR);

        assertThat(browser.get().uri("/petugas/kapasitas/pekan").with(as(admin)).exchange())
                .hasStatusOk()
                .bodyText()
                .containsPattern("id=\"mitra-h\">Mitra belum dapat memesan")
                .contains("aria-describedby=\"mitra-h\"");
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
    void theRegionalOfficeRefusesMoreThanItAllowsAndSaysHowMany() {
        var office = plans.serving("kanim-merauke", 2);
        var region = RegionalOffice.idOf(regionOf(office));
        var day = plans.day(office);
        desk.save(
                region,
                new PlanChange.Limit(new Cap(regionOf(office), office.id(), day, 4)),
                desk.version(region).number(),
                "Kanwil");

        assertThatThrownBy(() -> plans.save(office, plans.everyDay(office, 3)))
                .isInstanceOfSatisfying(OfficeRefused.AboveCap.class, refused -> {
                    assertThat(refused.asked()).isEqualTo(6);
                    assertThat(refused.cap()).isEqualTo(4);
                    assertThat(refused.since()).isEqualTo(day);
                });
        assertThatThrownBy(() ->
                        plans.save(office, new PlanChange.Extra(day, SomePlans.twoHours(3), "Tambahan", "Additional")))
                .isInstanceOf(OfficeRefused.AboveCap.class);
        plans.save(office, plans.everyDay(office, 2));
    }

    @Test
    void aLowerCapShrinksThePlanOfItsOfficesAndMovesPeopleToo() {
        var office = plans.serving("kanim-mimika", 3);
        var region = RegionalOffice.idOf(regionOf(office));
        var day = plans.day(office);
        book(plans.first(office, day), 3);
        var cap = new PlanChange.Limit(new Cap(regionOf(office), office.id(), day, 2));

        assertThat(desk.whatIf(region, cap))
                .singleElement()
                .satisfies(tried -> assertThat(tried.effect().toMove()).isEqualTo(2));
        desk.save(region, cap, desk.version(region).number(), "Kanwil");

        assertThat(bookings.day(office.id(), day))
                .last()
                .satisfies(slot -> assertThat(slot.capacity()).isEqualTo(1));
    }

    @Test
    void ofTwoAdministratorsWhoSaveAtOnceTheSecondLooksAgain() throws Exception {
        var office = plans.serving("kanim-sorong", 2);
        var seen = desk.version(office.id()).number();

        var outcomes = together(
                () -> {
                    desk.save(office.id(), plans.everyDay(office, 3), seen, "Ratna");
                    return "saved";
                },
                () -> {
                    desk.save(office.id(), plans.everyDay(office, 1), seen, "Bagus");
                    return "saved";
                });

        assertThat(outcomes).containsExactlyInAnyOrder("saved", "ChangedMeanwhile");
        assertThat(desk.version(office.id()).number()).isEqualTo(seen + 1);
        assertThatThrownBy(() -> desk.save(office.id(), plans.everyDay(office, 5), seen, "Candra"))
                .isInstanceOfSatisfying(
                        CapacityRefused.ChangedMeanwhile.class,
                        refused -> assertThat(refused.now().number()).isEqualTo(seen + 1));
    }

    /** People book one window from many sides while its plan goes up and down: it never sells more than it has. */
    @Test
    void bookingWhileAPlanShrinksNeverOversells() throws Exception {
        var office = plans.serving("kanim-mamuju", 20);
        var day = plans.day(office);
        var window = plans.first(office, day);
        var rush = new ArrayList<Callable<String>>();
        for (int i = 0; i < 40; i++) {
            rush.add(() -> {
                bookOne(window);
                return "booked";
            });
        }
        rush.add(() -> {
            for (var counters : List.of(10, 15, 4, 8, 3)) {
                plans.save(office, plans.everyDay(office, counters));
            }
            return "planned";
        });

        var outcomes = together(rush);

        var booked = outcomes.stream().filter("booked"::equals).count();
        var left = bookings.slot(window.id()).orElseThrow();
        assertThat(outcomes).contains("planned").allMatch(Set.of("booked", "planned", "SlotFull")::contains);
        assertThat(left.taken()).isEqualTo((int) booked).isLessThanOrEqualTo(20);
        assertThat(left.free()).isEqualTo(Math.max(0, 3 - left.taken()));
        assertThat(peopleToMove(window)).isEqualTo(Math.max(0, left.taken() - 3));
    }

    /** The step of a day that its administrator's node never took is taken by the sweep, on whichever node. */
    @Test
    void aDayThatIsNotedIsCutByWhoeverComesOnce() {
        var office = plans.serving("kanim-ternate", 1);
        var day = plans.day(office);
        note(office, day, 3);

        while (slots.cutADay(office.id())) {
            Thread.onSpinWait();
        }

        assertThat(plans.first(office, day).capacity()).isEqualTo(3);
        assertThat(slots.cutADay(office.id())).isFalse();
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

    private void book(Slot window, int people) {
        for (int i = 0; i < people; i++) {
            visits.paid(SignedInPeople.applicant(accounts).account(), window);
        }
    }

    private void bookOne(Slot window) {
        bookings.book(BookingRequest.of(
                ApplicationId.next().toString(),
                titian.shared.AccountId.next(),
                ApplicationId.next(),
                titian.People.someone().nik(),
                window.id(),
                Terms.confirmed()));
    }

    private Day.Openness openness(Office office, LocalDate day) {
        return bookings.month(office.id(), java.time.YearMonth.from(day)).stream()
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

    private int peopleToMove(Slot window) {
        slots.tellWhoIsToMove();
        return db.sql("SELECT COALESCE(sum(people), 0) FROM capacity.relocation WHERE slot = :slot")
                .param("slot", window.id().value())
                .query(Integer.class)
                .single();
    }

    /** Saves as a node does that dies before it takes the steps that follow. */
    private void note(Office office, LocalDate day, int counters) {
        planning.plan(office.id(), ServiceLane.PASSPORT, day, null, SomePlans.EVERY_DAY, SomePlans.twoHours(counters));
        db.sql("""
                        INSERT INTO booking.day_to_cut (office, day, noted_at)
                        SELECT office, day, now()
                          FROM booking.opened_day
                         WHERE office = :office AND day >= :day
                        """).param("office", office.id().value()).param("day", day).update();
    }

    private String regionOf(Office office) {
        return offices.provinces().stream()
                .filter(province ->
                        planning.officesOf(new RegionalOffice(province)).contains(office))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... steps) throws Exception {
        return together(List.of(steps));
    }

    private static List<String> together(List<Callable<String>> steps) throws Exception {
        var start = new CyclicBarrier(steps.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = steps.stream()
                    .map(step -> threads.submit(() -> {
                        start.await();
                        return step.call();
                    }))
                    .toList();
            var outcomes = new ArrayList<String>();
            for (var one : running) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException failed) {
                    outcomes.add(
                            Objects.requireNonNull(failed.getCause()).getClass().getSimpleName());
                }
            }
            return outcomes;
        }
    }
}
