package titian.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.office.Office;
import titian.office.PartnersUntil;
import titian.office.PlanningDesk;
import titian.office.Split;
import titian.office.Template;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.ServiceLane;
import titian.slot.PlanEffect;
import titian.slot.SlotDesk;
import titian.slot.SlotId;
import titian.web.Words;

/** What partners leave by the time announced is everyone's; what they took stays theirs. */
@TitianTest
class LeftByPartnersTest {

    private static final PartnersUntil OVER = new PartnersUntil(14, LocalTime.MIDNIGHT);
    private static final PartnersUntil TO_COME = new PartnersUntil(1, LocalTime.NOON);

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
    JdbcClient db;

    @Autowired
    Clock clock;

    SomePlans plans;

    @BeforeEach
    void begin() {
        plans = new SomePlans(house);
    }

    /** A window of an hour and a channel, counted from its row. */
    record Window(SlotId id, int capacity, int taken) {}

    @Test
    void untilTheirTimeTheirPlacesAreTheirsAndAfterwardsWhatTheyLeftIsEveryones() {
        var office = plans.serving("kanim-batulicin", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(TO_COME)));
        assertThat(window(office, day, Channel.PUBLIC).capacity()).isEqualTo(2);
        take(window(office, day, Channel.PARTNER).id());

        plans.save(office, week(day, halves(OVER)));

        assertThat(window(office, day, Channel.PARTNER)).satisfies(kept -> {
            assertThat(kept.capacity()).isEqualTo(1);
            assertThat(kept.taken()).isEqualTo(1);
        });
        assertThat(window(office, day, Channel.PUBLIC).capacity()).isEqualTo(3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> plans.first(office, day).free() == 3);
    }

    @Test
    void aPlanSavedOnceMoreMovesNobodyWhoTookWhatPartnersLeft() {
        var office = plans.serving("kanim-sanggau", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(OVER)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> plans.first(office, day).free() == 4);
        for (int i = 0; i < 4; i++) {
            take(plans.first(office, day).id());
        }

        assertThat(effect(office, week(day, halves(OVER)))).isEqualTo(new PlanEffect(List.of(), List.of()));
        plans.save(office, week(day, halves(OVER)));

        assertThat(plans.first(office, day).taken()).isEqualTo(4);
        assertThat(plans.first(office, day).capacity()).isEqualTo(4);
    }

    @Test
    void tryingThePlanShowsWhatPartnersWouldLose() {
        var office = plans.serving("kanim-takengon", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(null)));

        assertThat(effect(office, week(day, halves(OVER))).days()).first().satisfies(seen -> {
            assertThat(seen.won()).isEqualTo(4);
            assertThat(seen.lost()).isEqualTo(4);
            assertThat(seen.before()).isEqualTo(seen.after());
            assertThat(seen.toMove()).isZero();
        });
    }

    /** Nobody's page has to be open: the sweeps of any node find what is due, and find it once. */
    @Test
    void nodesThatSweepAtOnceGiveEveryPlaceToEveryoneOnce() throws Exception {
        var office = plans.serving("kanim-sambas", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(TO_COME)));
        timePasses(office, day);
        Callable<Boolean> sweep = () -> {
            slots.noteWhatPartnersLeft();
            while (slots.cutADay(office.id())) {
                Thread.onSpinWait();
            }
            return true;
        };

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var swept : nodes.invokeAll(List.of(sweep, sweep, sweep))) {
                assertThat(swept.get()).isTrue();
            }
        }

        assertThat(window(office, day, Channel.PARTNER).capacity()).isZero();
        assertThat(window(office, day, Channel.PUBLIC).capacity()).isEqualTo(4);
    }

    /** A partner who books at the very moment gets a place or none; the hour never has more than it can serve. */
    @Test
    void bookingWhileTheTimeRunsOutLosesNoPlaceAndMakesNone() throws Exception {
        var office = plans.serving("kanim-palopo", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(TO_COME)));
        var kept = window(office, day, Channel.PARTNER).id();
        var everyones = window(office, day, Channel.PUBLIC).id();
        var rush = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 10; i++) {
            rush.add(() -> tookOne(kept));
            rush.add(() -> tookOne(everyones));
        }
        rush.add(6, () -> {
            plans.save(office, week(day, halves(OVER)));
            return false;
        });

        var booked = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : people.invokeAll(rush)) {
                booked += one.get() ? 1 : 0;
            }
        }

        var partners = window(office, day, Channel.PARTNER);
        var everyone = window(office, day, Channel.PUBLIC);
        assertThat(partners.capacity() + everyone.capacity()).isEqualTo(4);
        assertThat(partners.taken()).isEqualTo(partners.capacity());
        assertThat(partners.taken() + everyone.taken()).isBetween(booked, 4);
    }

    /** A place a partner gives back after the time is nobody's secret: it goes to everyone as well. */
    @Test
    void whatAPartnerCancelsAfterTheTimeIsEveryonesToo() {
        var office = plans.serving("kanim-parepare", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(TO_COME)));
        var kept = window(office, day, Channel.PARTNER).id();
        take(kept);
        plans.save(office, week(day, halves(OVER)));

        comesBack(kept);
        slots.noteWhatPartnersLeft();
        while (slots.cutADay(office.id())) {
            Thread.onSpinWait();
        }

        assertThat(window(office, day, Channel.PARTNER).capacity()).isZero();
        assertThat(window(office, day, Channel.PUBLIC).capacity()).isEqualTo(4);
    }

    @Test
    void whereNothingIsForEveryoneTheHourOpensWithWhatWasLeft() {
        var office = plans.serving("kanim-singkawang", 1);
        var day = plans.day(office);

        plans.save(office, week(day, template(new Split(0, 0, 50, 50, OVER))));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> plans.first(office, day).free() == 2);
        assertThat(window(office, day, Channel.PRIORITY).capacity())
                .as("whom the law lets go first comes on the day itself")
                .isEqualTo(2);
    }

    @Test
    void whoeverLooksAtTheDayReadsWhenWhatIsLeftOpens() {
        var office = plans.serving("kanim-meulaboh", 1);
        var day = plans.day(office);
        plans.save(office, week(day, halves(TO_COME)));

        assertThat(browser.get()
                        .uri("/jadwal/{office}?tanggal={day}", office.id(), day)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Disimpan untuk mitra: 4 tempat. Yang tidak diambil dibuka untuk umum")
                .contains("pukul 12.00 WIB");
    }

    @Test
    void aDayWithoutAnHourIsAskedForBothAndNeitherMeansNever() {
        var typed = new Typed(Words.in(Locale.of("id")));

        assertThat(form("1", "").read(typed)).isEmpty();
        assertThat(typed.problems().has("mitraJam")).isTrue();
        assertThat(form("", "").read(new Typed(Words.in(Locale.ENGLISH))))
                .hasValueSatisfying(read -> assertThat(read.split().until()).isNull());
        assertThat(HoursForm.of(halves(TO_COME)).read(new Typed(Words.in(Locale.ENGLISH))))
                .hasValue(halves(TO_COME));
    }

    private static HoursForm form(String days, String hour) {
        return new HoursForm("08:00", "15:00", "12:00", "13:00", "60", "2", "15", "90", "0", "0", "10", days, hour);
    }

    private static Template halves(@Nullable PartnersUntil until) {
        return template(new Split(50, 0, 0, 50, until));
    }

    private static Template template(Split split) {
        return new Template(
                4,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(10, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                split);
    }

    private static PlanChange.Week week(LocalDate day, Template template) {
        return new PlanChange.Week(ServiceLane.PASSPORT, day, day, SomePlans.EVERY_DAY, template);
    }

    private PlanEffect effect(Office office, PlanChange change) {
        return desk.whatIf(office.id(), change).getFirst().effect();
    }

    private boolean tookOne(SlotId slot) {
        try {
            take(slot);
            return true;
        } catch (BookingRefused.SlotFull _) {
            return false;
        }
    }

    private void take(SlotId slot) {
        bookings.book(BookingRequest.of(
                ApplicationId.next().toString(),
                AccountId.next(),
                ApplicationId.next(),
                titian.People.someone().nik(),
                slot,
                Terms.confirmed()));
    }

    /** The time until which partners may take their places is over; nobody has cut the day since. */
    private void timePasses(Office office, LocalDate day) {
        planning.plan(office.id(), ServiceLane.PASSPORT, day, day, SomePlans.EVERY_DAY, halves(OVER));
        db.sql("UPDATE booking.slot SET everyones_from = :then WHERE office = :office AND everyones_from IS NOT NULL")
                .param("then", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("office", office.id().value())
                .update();
    }

    /** Whoever had a place gave it up, and it has rested long enough. */
    private void comesBack(SlotId slot) {
        db.sql("UPDATE booking.appointment SET state = 'CANCELLED' WHERE slot = :slot")
                .param("slot", slot.value())
                .update();
        db.sql("UPDATE booking.slot SET taken = 0 WHERE id = :slot")
                .param("slot", slot.value())
                .update();
    }

    private Window window(Office office, LocalDate day, Channel channel) {
        return db.sql("""
                        SELECT id, capacity, taken
                          FROM booking.slot
                         WHERE office = :office AND lane = 'PASSPORT' AND channel = :channel AND starts_at = :at
                        """)
                .param("office", office.id().value())
                .param("channel", channel.name())
                .param("at", day.atTime(8, 0).atZone(office.zone()).toOffsetDateTime())
                .query((row, _) -> new Window(
                        new SlotId(row.getObject("id", UUID.class)), row.getInt("capacity"), row.getInt("taken")))
                .single();
    }
}
