package titian.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.Meanwhile;
import titian.booking.Pause;
import titian.booking.RelocationDesk;
import titian.office.Office;
import titian.office.SameDayDesk;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.slot.SlotId;

/** People whose window goes are asked and choose; until then their appointment stands, and nobody is dropped. */
@TitianTest
class DisplacedTest {

    @Autowired
    BeanFactory house;

    @Autowired
    DisplacedDesk desk;

    @Autowired
    BookingDesk bookings;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    RelocationDesk windows;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MockMvcTester browser;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    SameDayDesk sameDays;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    SomePlans plans;
    SomeVisits visits;

    @BeforeEach
    void begin() {
        plans = new SomePlans(house);
        visits = new SomeVisits(house);
    }

    @Test
    void theLastWhoBookedIsAskedWithTheNearestEqualWindowKept() {
        var office = plans.serving("kanim-kupang", 2);
        var window = plans.first(office, plans.day(office));
        var first = visit(window);
        var last = visit(window);

        plans.save(office, plans.everyDay(office, 1));

        assertThat(of(first)).isEmpty();
        var asked = of(last).getFirst();
        assertThat(asked.state()).isEqualTo(Relocation.State.ASKED);
        var kept = bookings.slot(proposed(asked)).orElseThrow();
        assertThat(kept.startsAt()).isEqualTo(window.startsAt().plusSeconds(3600));
        assertThat(kept.free()).isZero();
        assertThat(asked.keptUntil()).isAfter(clock.instant());
        assertThat(bookings.find(last.appointment().id()).orElseThrow())
                .as("the appointment stands")
                .isEqualTo(last.appointment());
    }

    @Test
    void whoeverPaidForTheSameDayIsKeptAWindowEarlyEnoughForIt() {
        var office = plans.serving("kanim-banggai", 2);
        sameDays.decide(office.id(), plans.today(office), LocalTime.of(8, 30));
        var window = plans.first(office, plans.day(office));
        visit(window);
        var last = visit(window);
        promiseSameDay(last);

        plans.save(office, plans.everyDay(office, 1));

        var kept = bookings.slot(proposed(of(last).getFirst())).orElseThrow();
        assertThat(kept.startsAt().atZone(office.zone()).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
    }

    @Test
    void whoeverPaidForTheSameDayIsToldIfItIsLostForNoFaultOfTheirsAndMayAskTheFeeBack() {
        var office = plans.serving("kanim-sibolga", 1);
        var window = plans.first(office, plans.day(office));
        var me = SignedInPeople.applicant(accounts);
        var visit = visits.paid(me.account(), window);
        promiseSameDay(visit);
        plans.save(office, shutDay(office, window));
        var page = "/pindah/" + of(visit).getFirst().id();
        assertThat(browser.get().uri(page).with(as(me)).exchange()).bodyText().doesNotContain("percepatan");

        sameDays.decide(office.id(), plans.today(office), null);

        assertThat(browser.get().uri(page).with(as(me)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ini bukan kesalahan Anda",
                        "/tagihan/" + visit.appointment().application() + "/pengembalian");
    }

    private void promiseSameDay(SomeVisits.Visit visit) {
        db.sql("UPDATE application.application SET speed = 'SAME_DAY' WHERE id = :id")
                .param("id", visit.appointment().application().value())
                .update();
    }

    /** A day is shut while people hold a place they have not paid for: they may lose it anyway. */
    @Test
    void whoeverStillHoldsIsAskedOnceTheyHavePaidAndNotIfTheyNeverDo() {
        var office = plans.serving("kanim-polewali-mandar", 2);
        var window = plans.first(office, plans.day(office));
        var pays = visits.unpaid(SignedInPeople.applicant(accounts).account(), window);
        var never = visits.unpaid(SignedInPeople.applicant(accounts).account(), window);
        plans.save(office, shutDay(office, window));
        assertThat(of(pays).getFirst().state()).isEqualTo(Relocation.State.WAITING);
        assertThat(of(never).getFirst().state()).isEqualTo(Relocation.State.WAITING);

        bookings.confirm(pays.appointment().id());
        bookings.release(never.appointment().id());
        aWhilePasses(office);

        assertThat(of(pays).getFirst().state()).isEqualTo(Relocation.State.ASKED);
        assertThat(of(never).getFirst().state()).isEqualTo(Relocation.State.OVER);
        assertThat(bookings.slot(window.id()).orElseThrow().free()).isZero();
    }

    private void aWhilePasses(Office office) {
        db.sql("UPDATE capacity.relocation SET due_at = :now WHERE office = :office")
                .param("now", clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("office", office.id().value())
                .update();
        while (desk.attendToOne(office.id())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theyAreWrittenToAndTheLetterLeadsToTheirChoice() {
        var someone = People.someone();
        var account = SignedInPeople.applicant(accounts, someone).account();
        var office = plans.serving("kanim-biak", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visits.paid(account, window);

        plans.save(office, plans.everyDay(office, 0));

        var asked = of(visit).getFirst();
        var mail = new Inbox(world).about(someone.email(), "perlu dipindah");
        assertThat(mail.text()).contains("/pindah/" + asked.id()).contains("jadwal lama tetap berlaku");
    }

    @Test
    void acceptingTakesTheKeptPlaceAndDoesNotCountAsTheirOwnChange() {
        var office = plans.serving("kanim-dumai", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);
        var movesLeft = bookings.changeRule(visit.appointment()).movesLeft();
        plans.save(office, shutDay(office, window));
        var asked = of(visit).getFirst();

        desk.move(asked.id(), visit.account(), proposed(asked));
        assertThatThrownBy(() -> desk.move(asked.id(), visit.account(), proposed(asked)))
                .isInstanceOf(CapacityRefused.NothingToMove.class);

        var moved = bookings.find(visit.appointment().id()).orElseThrow();
        assertThat(moved.slot()).isEqualTo(proposed(asked));
        assertThat(moved.code()).isEqualTo(visit.appointment().code());
        assertThat(moved.state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(bookings.changeRule(moved).movesLeft()).isEqualTo(movesLeft);
        assertThat(bookings.slot(proposed(asked)).orElseThrow().taken()).isEqualTo(1);
        assertThat(desk.find(asked.id()).orElseThrow().state()).isEqualTo(Relocation.State.MOVED);
        assertThat(db.sql("""
                        SELECT before || ' > ' || after
                          FROM audit.entry
                         WHERE act = 'APPOINTMENT_MOVED' AND subject = :application
                        """)
                        .param("application", moved.application().toString())
                        .query(String.class)
                        .list())
                .as("written down")
                .containsExactly(window.startsAt() + " > " + moved.startsAt());
    }

    @Test
    void theyMayChooseAnotherWindowAndTheKeptPlaceGoesBack() {
        var office = plans.serving("kanim-siak", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);
        plans.save(office, shutDay(office, window));
        var asked = of(visit).getFirst();
        var other = desk.choices(asked, 20).getLast();

        desk.move(asked.id(), visit.account(), other.id());

        assertThat(bookings.find(visit.appointment().id()).orElseThrow().slot()).isEqualTo(other.id());
        assertThat(db.sql("SELECT back_at FROM booking.resting_place WHERE id = :offer")
                        .param("offer", Objects.requireNonNull(asked.offer()).value())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .optional()
                        .orElse(Instant.EPOCH))
                .isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void theyMayCancelHoweverNearTheVisit() {
        var office = plans.serving("kanim-bengkalis", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);
        plans.save(office, shutDay(office, window));
        var asked = of(visit).getFirst();

        desk.cancel(asked.id(), visit.account());

        assertThat(bookings.find(visit.appointment().id()).orElseThrow().state())
                .isEqualTo(AppointmentState.CANCELLED);
        assertThat(applications
                        .summary(visit.appointment().application())
                        .orElseThrow()
                        .stage())
                .isEqualTo("CANCELLED");
        assertThat(desk.find(asked.id()).orElseThrow().state()).isEqualTo(Relocation.State.CANCELLED);
    }

    @Test
    void whenThePlanComesBackTheyStayAndTheKeptPlaceIsLetGo() {
        var office = plans.serving("kanim-belawan", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);
        plans.save(office, shutDay(office, window));
        var asked = of(visit).getFirst();

        plans.save(
                office,
                new PlanChange.AsUsual(asked.startsAt().atZone(office.zone()).toLocalDate()));
        due(asked.id());
        desk.attendToOne(office.id());

        assertThat(desk.find(asked.id()).orElseThrow().state()).isEqualTo(Relocation.State.STAYS);
        assertThat(bookings.find(visit.appointment().id()).orElseThrow()).isEqualTo(visit.appointment());
    }

    @Test
    void withoutAnEqualWindowTheyAreAskedAllTheSameAndStandInTheWorklist() {
        var office = plans.serving("kanim-nunukan", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);

        plans.save(office, plans.everyDay(office, 0));

        assertThat(of(visit)).singleElement().satisfies(asked -> {
            assertThat(asked.state()).isEqualTo(Relocation.State.ASKED);
            assertThat(asked.proposed()).isNull();
        });
        assertThat(desk.of(office.id())).containsAll(of(visit));
        assertThat(desk.open(office.id())).isEqualTo(desk.of(office.id()).size());
        assertThat(bookings.find(visit.appointment().id()).orElseThrow().state())
                .isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void nobodyMovesAnothersVisitNorToAnotherOffice() {
        var office = plans.serving("kanim-tarakan", 1);
        var elsewhere = plans.serving("kanim-sampit", 1);
        var window = plans.first(office, plans.day(office));
        var visit = visit(window);
        plans.save(office, shutDay(office, window));
        var asked = of(visit).getFirst();
        var foreign = plans.first(elsewhere, plans.day(elsewhere));

        assertThatThrownBy(() -> desk.move(asked.id(), AccountId.next(), proposed(asked)))
                .isInstanceOf(CapacityRefused.NothingToMove.class);
        assertThatThrownBy(() -> desk.cancel(asked.id(), AccountId.next()))
                .isInstanceOf(CapacityRefused.NothingToMove.class);
        assertThatThrownBy(() -> desk.move(asked.id(), visit.account(), foreign.id()))
                .isInstanceOf(BookingRefused.SlotFull.class);
        assertThat(bookings.find(visit.appointment().id()).orElseThrow()).isEqualTo(visit.appointment());
    }

    /** The house died after they were moved and before that was told. */
    @Test
    void whoeverWasMovedAndNotToldOfItIsToldOnceAWhileLater() {
        var visit = asked("kanim-lubuklinggau");
        moveAlone(visit);

        for (int round = 0; round < 2; round++) {
            due(visit.asked().id());
            desk.attendToOne(visit.office());
        }

        assertThat(state(visit)).isEqualTo(Relocation.State.MOVED);
        assertThat(acts(visit)).isEqualTo(1);
        assertThat(letters(visit)).isEqualTo(1);
    }

    @Test
    void whoeverWasMovedAndNotToldOfItMayStillCancel() {
        var visit = asked("kanim-kulon-progo");
        moveAlone(visit);

        desk.cancel(visit.asked().id(), visit.account());

        assertThat(stands(visit)).isEqualTo(AppointmentState.CANCELLED);
        assertThat(state(visit)).isEqualTo(Relocation.State.CANCELLED);
    }

    @Test
    void aVisitCancelledWhileItIsMovedIsCancelledWhereItWentAndNobodyIsToldOfAMove() {
        var visit = asked("kanim-pasuruan");

        try (var pause = Pause.before(database, visit.appointment().id())) {
            var moving = Meanwhile.run(() -> move(visit));
            pause.untilWaiting(1);
            var cancelling = Meanwhile.run(() -> desk.cancel(visit.asked().id(), visit.account()));
            pause.untilWaiting(2);
            pause.letGo();

            cancelling.ends();
            assertThatThrownBy(moving::ends).isInstanceOf(CapacityRefused.NothingToMove.class);
        }

        assertThat(stands(visit)).isEqualTo(AppointmentState.CANCELLED);
        assertThat(state(visit)).isEqualTo(Relocation.State.CANCELLED);
        assertThat(acts(visit)).isZero();
        assertThat(letters(visit)).isZero();
    }

    @Test
    void aVisitCancelledJustBeforeItIsMovedStaysCancelledWhereItWas() {
        var visit = asked("kanim-blora");

        try (var pause = Pause.before(database, visit.appointment().id())) {
            var cancelling = Meanwhile.run(() -> desk.cancel(visit.asked().id(), visit.account()));
            pause.untilWaiting(1);
            var moving = Meanwhile.run(() -> move(visit));
            pause.untilWaiting(2);
            pause.letGo();

            cancelling.ends();
            assertThatThrownBy(moving::ends).isInstanceOf(CapacityRefused.NothingToMove.class);
        }

        assertThat(stands(visit)).isEqualTo(AppointmentState.CANCELLED);
        assertThat(bookings.find(visit.appointment().id()).orElseThrow().slot())
                .isEqualTo(visit.appointment().slot());
        assertThat(acts(visit)).isZero();
    }

    @Test
    void inARushTheyAreAskedToComeAgainAndNothingHasChanged() {
        var visit = asked("kanim-tapanuli-utara");

        try (var _ = Pause.before(database, proposed(visit.asked()))) {
            var answer = browser.post()
                    .uri("/pindah/" + visit.asked().id())
                    .param("slot", proposed(visit.asked()).toString())
                    .with(as(visit.me()))
                    .with(csrf())
                    .exchange();
            assertThat(answer).hasStatus(429).bodyText().contains("Sedang ramai sekali", "name=\"slot\"");
            assertThat(answer.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        }

        assertThat(bookings.find(visit.appointment().id()).orElseThrow()).isEqualTo(visit.appointment());
        move(visit);
        assertThat(state(visit)).isEqualTo(Relocation.State.MOVED);
    }

    /** Somebody who was asked to move, with a place kept. */
    record Asked(SignedIn me, Appointment appointment, Relocation asked) {

        AccountId account() {
            return me.account();
        }

        OfficeId office() {
            return asked.office();
        }
    }

    private Asked asked(String kanim) {
        var office = plans.serving(kanim, 1);
        var window = plans.first(office, plans.day(office));
        var me = SignedInPeople.applicant(accounts);
        var visit = visits.paid(me.account(), window);
        plans.save(office, shutDay(office, window));
        return new Asked(me, visit.appointment(), of(visit).getFirst());
    }

    /** As far as the engine goes, and no further. */
    private void moveAlone(Asked visit) {
        var to = proposed(visit.asked());
        windows.move(
                List.of(visit.appointment()),
                to,
                visit.asked().offer(),
                visit.asked().id() + " " + to);
    }

    private void move(Asked visit) {
        desk.move(visit.asked().id(), visit.account(), proposed(visit.asked()));
    }

    private Relocation.State state(Asked visit) {
        return desk.find(visit.asked().id()).orElseThrow().state();
    }

    private AppointmentState stands(Asked visit) {
        return bookings.find(visit.appointment().id()).orElseThrow().state();
    }

    private int acts(Asked visit) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = 'APPOINTMENT_MOVED' AND subject = :application")
                .param("application", visit.appointment().application().toString())
                .query(Integer.class)
                .single();
    }

    private int letters(Asked visit) {
        return db.sql("SELECT count(*) FROM notification.letter WHERE kind = 'APPOINTMENT' AND subject = :application")
                .param("application", visit.appointment().application().value())
                .query(Integer.class)
                .single();
    }

    private SomeVisits.Visit visit(Slot window) {
        return visits.paid(SignedInPeople.applicant(accounts).account(), window);
    }

    private PlanChange shutDay(Office office, Slot window) {
        return new PlanChange.Shut(
                window.startsAt().atZone(office.zone()).toLocalDate(), "Gedung diperbaiki", "Building works");
    }

    private List<Relocation> of(SomeVisits.Visit visit) {
        return db
                .sql("SELECT id FROM capacity.relocation WHERE party = :party")
                .param("party", visit.appointment().party().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> desk.find(Objects.requireNonNull(id)).orElseThrow())
                .toList();
    }

    private static SlotId proposed(Relocation asked) {
        return Objects.requireNonNull(asked.proposed());
    }

    private void due(UUID relocation) {
        db.sql("UPDATE capacity.relocation SET due_at = noted_at WHERE id = :id")
                .param("id", relocation)
                .update();
    }
}
