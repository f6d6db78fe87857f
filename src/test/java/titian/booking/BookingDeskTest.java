package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;
import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CHECKED_IN;
import static titian.booking.AppointmentState.CONFIRMED;
import static titian.booking.AppointmentState.DONE;
import static titian.booking.AppointmentState.EXPIRED;
import static titian.booking.AppointmentState.HELD;
import static titian.booking.AppointmentState.NO_SHOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.office.OfficeDesk;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Places are taken and given back; every step may be asked twice. */
@TitianTest
class BookingDeskTest {

    @Autowired
    BookingDesk desk;

    @Autowired
    Seals seals;

    @Autowired
    OfficeDesk offices;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;
    SlotId slot;

    @BeforeEach
    void aSlotForTwo() {
        slots = new SomeSlots(db, clock);
        slot = slots.slot(2);
    }

    @Test
    void holdingTakesAPlaceUntilThen() {
        var application = ApplicationId.next();
        var until = soon();

        var held = hold(slot, application, someone().nik(), until);

        assertThat(held.state()).isEqualTo(HELD);
        assertThat(held.application()).isEqualTo(application);
        assertThat(held.slot()).isEqualTo(slot);
        assertThat(held.office()).isEqualTo(SomeSlots.OFFICE);
        assertThat(held.heldUntil()).isEqualTo(until);
        assertThat(held.checkedInAt()).isNull();
        assertThat(desk.find(held.id())).contains(held);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void askingAgainGivesTheSameAppointment() {
        var application = ApplicationId.next();
        var nik = someone().nik();

        var first = hold(slot, application, nik, soon());
        var second = hold(slot, application, nik, soon().plusSeconds(60));

        assertThat(second).isEqualTo(first);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void askingAgainForTheLastPlaceGivesTheSameAppointment() {
        var last = slots.slot(1);
        var application = ApplicationId.next();
        var nik = someone().nik();

        assertThat(hold(last, application, nik, soon())).isEqualTo(hold(last, application, nik, soon()));
    }

    @Test
    void aFullSlotRefusesAndKeepsNothing() {
        held();
        held();
        var third = someone().nik();

        assertThatThrownBy(() -> hold(slot, ApplicationId.next(), third, soon()))
                .isInstanceOf(BookingRefused.SlotFull.class);

        assertThat(taken()).isEqualTo(2);
        assertThat(appointmentsOf(third)).isZero();
    }

    @Test
    void aSlotNobodyKnowsAndOneThatHasBegunRefuse() {
        var begun = slots.slot(SomeSlots.OFFICE, clock.instant().minusSeconds(60), 5);

        assertThatThrownBy(() ->
                        hold(SlotId.next(), ApplicationId.next(), someone().nik(), soon()))
                .isInstanceOf(BookingRefused.SlotFull.class);
        assertThatThrownBy(() -> hold(begun, ApplicationId.next(), someone().nik(), soon()))
                .isInstanceOf(BookingRefused.TooLate.class);
    }

    @Test
    void aPersonHoldsOneAppointmentAtATime() {
        var nik = someone().nik();
        var application = ApplicationId.next();
        var first = hold(slot, application, nik, soon());
        var elsewhere = slots.slot(1);

        assertThatExceptionOfType(BookingRefused.AlreadyBooked.class)
                .as("another slot")
                .isThrownBy(() -> hold(elsewhere, application, nik, soon()))
                .satisfies(refused -> assertThat(refused.existing()).isEqualTo(first));
        assertThatExceptionOfType(BookingRefused.AlreadyBooked.class)
                .as("another application")
                .isThrownBy(() -> hold(slot, ApplicationId.next(), nik, soon()))
                .withMessageNotContaining(nik.value());
        assertThat(taken(elsewhere)).isZero();
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void releasingFreesThePlaceOnceAndThePersonToo() {
        var nik = someone().nik();
        var held = hold(slot, ApplicationId.next(), nik, soon());

        desk.release(held.id());
        desk.release(held.id());

        assertThat(taken()).as("it rests").isEqualTo(1);
        assertThat(resting(slot)).isEqualTo(1);
        assertThat(state(held)).isEqualTo(EXPIRED);
        assertThat(hold(slot, ApplicationId.next(), nik, soon()).state()).isEqualTo(HELD);
    }

    @Test
    void aConfirmedPlaceStays() {
        var held = held();

        assertThat(desk.confirm(held.id())).isTrue();
        assertThat(desk.confirm(held.id())).isTrue();
        desk.release(held.id());

        assertThat(state(held)).isEqualTo(CONFIRMED);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void confirmingWhatWasGivenBackSaysSo() {
        var held = held();
        desk.release(held.id());

        assertThat(desk.confirm(held.id())).isFalse();

        assertThat(state(held)).isEqualTo(EXPIRED);
    }

    /** The steps of an appointment's life that are not the door's. */
    enum Step {
        CONFIRM,
        RELEASE,
        FINISH,
        MISS;

        /** Where it leads from a state; where it does not apply, it leads nowhere. */
        AppointmentState from(AppointmentState state) {
            return switch (this) {
                case CONFIRM -> state == HELD ? CONFIRMED : state;
                case RELEASE -> state == HELD ? EXPIRED : state;
                case FINISH -> state == CHECKED_IN ? DONE : state;
                case MISS -> state == CONFIRMED || state == CHECKED_IN ? NO_SHOW : state;
            };
        }
    }

    record Case(Step step, AppointmentState state) {}

    static Stream<Case> everyStepFromEveryState() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(AppointmentState.values()).map(state -> new Case(step, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryState")
    void everyStepFromEveryStateLeadsWhereItShouldTwice(Case tried) {
        var appointment = inState(tried.state());
        var expected = tried.step().from(tried.state());

        for (int time = 1; time <= 2; time++) {
            switch (tried.step()) {
                case CONFIRM -> desk.confirm(appointment.id());
                case RELEASE -> desk.release(appointment.id());
                case FINISH -> desk.finish(appointment.id());
                case MISS -> desk.miss(appointment.id());
            }
            assertThat(state(appointment)).as("time %s", time).isEqualTo(expected);
        }
        assertThat(expected == tried.state() || tried.state().next().contains(expected))
                .as("a step follows the life of an appointment")
                .isTrue();
        assertThat(taken(appointment.slot())).isEqualTo(1);
        assertThat(resting(appointment.slot())).isEqualTo(expected == EXPIRED || expected == CANCELLED ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void onlyALiveAppointmentKeepsItsPersonFromAnother(AppointmentState state) {
        var nik = someone().nik();
        inState(state, nik);
        var another = slots.slot(1);

        if (state.isLive()) {
            assertThatThrownBy(() -> hold(another, ApplicationId.next(), nik, soon()))
                    .isInstanceOf(BookingRefused.AlreadyBooked.class);
        } else {
            assertThat(hold(another, ApplicationId.next(), nik, soon()).state()).isEqualTo(HELD);
        }
    }

    @Test
    void theDoorLetsAConfirmedPersonInOnceAtAnyHourOfTheDay() {
        var today = confirmedAt(SomeSlots.OFFICE, thisVeryDay(SomeSlots.OFFICE));

        var arrived = desk.checkIn(today.code(), SomeSlots.OFFICE);

        assertThat(arrived.state()).isEqualTo(CHECKED_IN);
        assertThat(arrived.checkedInAt()).isNotNull();
        assertThatExceptionOfType(BookingRefused.AlreadyUsed.class)
                .isThrownBy(() -> desk.checkIn(today.code(), SomeSlots.OFFICE))
                .satisfies(refused -> assertThat(refused.at()).isEqualTo(arrived.checkedInAt()));
        desk.finish(today.id());
        assertThatThrownBy(() -> desk.checkIn(today.code(), SomeSlots.OFFICE))
                .isInstanceOf(BookingRefused.AlreadyUsed.class);
    }

    @Test
    void theDoorSaysWhyNot() {
        var elsewhere = OfficeId.of("kanim-jayapura");
        var tomorrow =
                confirmedAt(SomeSlots.OFFICE, thisVeryDay(SomeSlots.OFFICE).plus(Duration.ofDays(1)));

        assertThatThrownBy(() -> desk.checkIn(BookingCode.next(), SomeSlots.OFFICE))
                .isInstanceOf(BookingRefused.CodeUnknown.class);
        assertThatExceptionOfType(BookingRefused.WrongOffice.class)
                .isThrownBy(() -> desk.checkIn(tomorrow.code(), elsewhere))
                .satisfies(refused -> assertThat(refused.office()).isEqualTo(SomeSlots.OFFICE));
        assertThatExceptionOfType(BookingRefused.WrongDay.class)
                .isThrownBy(() -> desk.checkIn(tomorrow.code(), SomeSlots.OFFICE))
                .satisfies(refused -> assertThat(refused.startsAt()).isEqualTo(tomorrow.startsAt()));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotConfirmedStaysOutside(AppointmentState state) {
        var appointment = inState(state);
        switch (state) {
            case HELD, EXPIRED, CANCELLED, NO_SHOW ->
                assertThatExceptionOfType(BookingRefused.NotConfirmed.class)
                        .isThrownBy(() -> desk.checkIn(appointment.code(), SomeSlots.OFFICE))
                        .satisfies(refused -> assertThat(refused.state()).isEqualTo(state));
            case CHECKED_IN, DONE ->
                assertThatThrownBy(() -> desk.checkIn(appointment.code(), SomeSlots.OFFICE))
                        .isInstanceOf(BookingRefused.AlreadyUsed.class);
            case CONFIRMED ->
                assertThat(desk.checkIn(appointment.code(), SomeSlots.OFFICE).state())
                        .isEqualTo(CHECKED_IN);
        }
    }

    @Test
    void theDayOfAVisitIsTheOfficesDay() {
        var jayapura = OfficeId.of("kanim-jayapura");
        var zone = offices.find(jayapura).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var firstMinute = confirmedAt(jayapura, today.atTime(0, 1).atZone(zone).toInstant());
        var minuteBefore =
                confirmedAt(jayapura, today.atStartOfDay(zone).toInstant().minusSeconds(60));

        assertThat(desk.checkIn(firstMinute.code(), jayapura).state()).isEqualTo(CHECKED_IN);
        assertThatThrownBy(() -> desk.checkIn(minuteBefore.code(), jayapura))
                .isInstanceOf(BookingRefused.WrongDay.class);
    }

    @Test
    void theDoorsListHoldsWhoIsExpectedAndWhatBecameOfThem() {
        var day = LocalDate.of(2001, 1, 2).plusDays(Math.floorMod(System.nanoTime(), 5_000L));
        var zone = offices.find(SomeSlots.OFFICE).orElseThrow().zone();
        var late = confirmedAt(SomeSlots.OFFICE, day.atTime(14, 0).atZone(zone).toInstant());
        var early = confirmedAt(SomeSlots.OFFICE, day.atTime(8, 0).atZone(zone).toInstant());
        var nextDay =
                confirmedAt(SomeSlots.OFFICE, day.plusDays(1).atStartOfDay(zone).toInstant());

        assertThat(desk.arrivals(SomeSlots.OFFICE, day))
                .extracting(Appointment::id)
                .containsSubsequence(early.id(), late.id())
                .doesNotContain(nextDay.id());
        assertThat(desk.arrivals(OfficeId.of("kanim-jayapura"), day)).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesToOverbook() {
        assertThatThrownBy(() -> db.sql("UPDATE booking.slot SET taken = 3 WHERE id = :slot")
                        .param("slot", slot.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_overbooked");
    }

    /** One key for each application and window, as the application has it. */
    private Appointment hold(SlotId slot, ApplicationId application, Nik nik, Instant until) {
        var request = BookingRequest.of(
                application + " " + slot,
                new AccountId(application.value()),
                application,
                nik,
                slot,
                Terms.heldUntil(until));
        return desk.find(desk.book(request).first()).orElseThrow();
    }

    private Appointment held() {
        return hold(slot, ApplicationId.next(), someone().nik(), soon());
    }

    private Appointment inState(AppointmentState state) {
        return inState(state, someone().nik());
    }

    /** Reached by the steps people take: a visit of today, which has to be held before its hour. */
    private Appointment inState(AppointmentState state, Nik nik) {
        var held = hold(slots.slot(1), ApplicationId.next(), nik, soon());
        setDay(held, thisVeryDay(SomeSlots.OFFICE));
        switch (state) {
            case HELD -> {}
            case EXPIRED -> desk.release(held.id());
            case CONFIRMED -> desk.confirm(held.id());
            case CHECKED_IN -> {
                desk.confirm(held.id());
                desk.checkIn(held.code(), SomeSlots.OFFICE);
            }
            case DONE -> {
                desk.confirm(held.id());
                desk.checkIn(held.code(), SomeSlots.OFFICE);
                desk.finish(held.id());
            }
            case NO_SHOW -> {
                desk.confirm(held.id());
                desk.miss(held.id());
            }
            case CANCELLED -> {
                desk.confirm(held.id());
                setDay(held, clock.instant().plus(Duration.ofDays(3)));
                desk.cancel(held.id());
                setDay(held, thisVeryDay(SomeSlots.OFFICE));
            }
        }
        return desk.find(held.id()).orElseThrow();
    }

    private Appointment confirmedAt(OfficeId office, Instant startsAt) {
        var held = hold(
                slots.slot(office, clock.instant().plus(Duration.ofDays(3)), 1),
                ApplicationId.next(),
                someone().nik(),
                soon());
        desk.confirm(held.id());
        setDay(held, startsAt);
        return desk.find(held.id()).orElseThrow();
    }

    /** The clock of this house does not move, so the day comes to the visit instead. */
    private void setDay(Appointment appointment, Instant startsAt) {
        var odd = startsAt.plusNanos(
                1_000L * Math.floorMod(appointment.id().value().getLeastSignificantBits(), 900_000));
        db.sql("UPDATE booking.slot SET starts_at = :at, ends_at = :at + INTERVAL '1 hour' WHERE id = :slot")
                .param("at", odd.atOffset(ZoneOffset.UTC))
                .param("slot", appointment.slot().value())
                .update();
    }

    private Instant thisVeryDay(OfficeId office) {
        var zone = offices.find(office).orElseThrow().zone();
        return LocalDate.ofInstant(clock.instant(), zone)
                .atTime(12, 0)
                .atZone(zone)
                .toInstant();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(2));
    }

    private AppointmentState state(Appointment appointment) {
        return desk.find(appointment.id()).orElseThrow().state();
    }

    private int taken() {
        return taken(slot);
    }

    private int taken(SlotId slot) {
        return desk.slot(slot).orElseThrow().taken();
    }

    private long resting(SlotId slot) {
        return db.sql("SELECT coalesce(sum(places), 0) FROM booking.resting_place WHERE slot = :slot")
                .param("slot", slot.value())
                .query(Long.class)
                .single();
    }

    private long appointmentsOf(Nik nik) {
        return db.sql("SELECT count(*) FROM booking.appointment WHERE person = :person")
                .param("person", PersonMark.of(nik, seals).value())
                .query(Long.class)
                .single();
    }
}
