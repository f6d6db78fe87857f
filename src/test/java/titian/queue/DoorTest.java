package titian.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.People;
import titian.TitianTest;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.application.SomeVisits.Visit;
import titian.booking.AppointmentState;
import titian.booking.BookingCode;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The day of one person, from the door to the end of service: three modules agree on every step, or none moves. */
@TitianTest
class DoorTest {

    @Autowired
    QueueDesk desk;

    @Autowired
    BookingDesk booking;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    Tickets tickets;

    @Autowired
    World world;

    @Autowired
    BeanFactory house;

    SomeDay day;
    SomeVisits visits;

    @BeforeEach
    void aDayAtAnOffice() {
        day = new SomeDay(house);
        visits = new SomeVisits(house);
    }

    @Test
    void whoeverComesOnTheirDayGetsANumber() {
        var visit = visitToday();

        var ticket = desk.checkIn(visit.appointment().code(), day.officer());

        assertThat(ticket.label()).isEqualTo("A-001");
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
        assertThat(ticket.dueAt()).isEqualTo(visit.appointment().startsAt());
        assertThat(stateOf(visit)).isEqualTo(AppointmentState.CHECKED_IN);
        assertThat(stageOf(visit)).isEqualTo("CHECKED_IN");
    }

    @Test
    void aSecondScanSaysWhenTheFirstWasAndFindsTheNumber() {
        var visit = visitToday();
        var ticket = desk.checkIn(visit.appointment().code(), day.officer());

        assertThatExceptionOfType(BookingRefused.AlreadyUsed.class)
                .isThrownBy(() -> desk.checkIn(visit.appointment().code(), day.officer()))
                .satisfies(refused -> assertThat(refused.at())
                        .isBetween(
                                ticket.arrivedAt().minusSeconds(2),
                                ticket.arrivedAt().plusSeconds(2)));
        assertThat(desk.givenFor(visit.appointment().code(), day.office())).contains(ticket);
    }

    @Test
    void tenScansAtOnceLetOnePersonIn() throws Exception {
        var visit = visitToday();
        Callable<Boolean> scan = () -> {
            try {
                desk.checkIn(visit.appointment().code(), day.officer());
                return true;
            } catch (BookingRefused.AlreadyUsed _) {
                return false;
            }
        };

        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            var letIn = doors.invokeAll(Collections.nCopies(10, scan), 30, SECONDS).stream()
                    .filter(Future::resultNow)
                    .count();
            assertThat(letIn).isEqualTo(1);
        }
        assertThat(desk.givenFor(visit.appointment().code(), day.office())
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void anotherOfficeLetsNobodyIn() {
        var visit = visitToday();
        var elsewhere = new SomeDay(house);

        assertThatExceptionOfType(BookingRefused.WrongOffice.class)
                .isThrownBy(() -> desk.checkIn(visit.appointment().code(), elsewhere.officer()))
                .satisfies(refused -> assertThat(refused.office()).isEqualTo(day.office()));
        assertThat(desk.givenFor(visit.appointment().code(), elsewhere.office()))
                .isEmpty();
        assertThat(stateOf(visit)).isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void anotherDayIsNotToday() {
        var later =
                visits.paid(AccountId.next(), booking.earliest(day.office(), 2).getLast());

        assertThatThrownBy(() -> desk.checkIn(later.appointment().code(), day.officer()))
                .isInstanceOf(BookingRefused.WrongDay.class);
        assertThat(stageOf(later)).isEqualTo("SCHEDULED");
    }

    @Test
    void whoeverHasNotPaidStaysOutside() {
        var unpaid = visits.unpaid(
                AccountId.next(), booking.earliest(day.office(), 1).getFirst());

        assertThatExceptionOfType(BookingRefused.NotConfirmed.class)
                .isThrownBy(() -> desk.checkIn(unpaid.appointment().code(), day.officer()))
                .satisfies(refused -> assertThat(refused.state()).isEqualTo(AppointmentState.HELD));
    }

    @Test
    void aCodeNobodyHas() {
        assertThatThrownBy(() -> desk.checkIn(BookingCode.next(), day.officer()))
                .isInstanceOf(BookingRefused.CodeUnknown.class);
    }

    @Test
    void whenTheApplicationCannotFollowNothingHappens() {
        var slot = booking.earliest(day.office(), 1).getFirst();
        var request = BookingRequest.of(
                "orphan",
                AccountId.next(),
                ApplicationId.next(),
                People.someone().nik(),
                slot.id(),
                Terms.confirmed());
        var orphan = booking.find(booking.book(request).first()).orElseThrow();
        comeTo(slot.startsAt());

        assertThatThrownBy(() -> desk.checkIn(orphan.code(), day.officer())).isInstanceOf(RuntimeException.class);

        assertThat(booking.find(orphan.id()).orElseThrow().state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(desk.givenFor(orphan.code(), day.office())).isEmpty();
        assertThat(desk.checkIn(visitToday().appointment().code(), day.officer())
                        .number())
                .isEqualTo(1);
    }

    @Test
    void aPersonIsCalledServedAndDone() {
        var visit = visitToday();
        desk.checkIn(visit.appointment().code(), day.officer());
        var officer = day.officerAt(1);
        var called = desk.callNext(officer);

        var started = desk.start(officer, called.id());
        assertThat(started.state()).isEqualTo(TicketState.SERVING);
        assertThat(stageOf(visit)).isEqualTo("IN_SERVICE");

        var done = desk.finish(officer, called.id());
        assertThat(done.state()).isEqualTo(TicketState.DONE);
        assertThat(done.endedAt()).isNotNull();
        assertThat(stageOf(visit)).isEqualTo("INTERVIEWED");
        assertThat(stateOf(visit)).isEqualTo(AppointmentState.DONE);
    }

    @Test
    void whoeverDoesNotComeWhenCalledIsMissed() {
        var visit = visitToday();
        desk.checkIn(visit.appointment().code(), day.officer());
        var officer = day.officerAt(1);
        var called = desk.callNext(officer);

        assertThat(desk.miss(officer, called.id()).state()).isEqualTo(TicketState.NO_SHOW);

        assertThat(stageOf(visit)).isEqualTo("NO_SHOW");
        assertThat(stateOf(visit)).isEqualTo(AppointmentState.NO_SHOW);
        assertThat(tickets.at(day.office(), 1)).isEmpty();
    }

    private Visit visitToday() {
        var visit = visits.paid(AccountId.next(), day.office());
        comeTo(visit.appointment().startsAt());
        return visit;
    }

    /** Waits for the day, a quarter of an hour early. */
    private void comeTo(Instant visit) {
        var early = visit.minus(Duration.ofMinutes(15));
        if (world.clock().instant().isBefore(early)) {
            world.clock().moveTo(early);
        }
    }

    private AppointmentState stateOf(Visit visit) {
        return booking.find(visit.appointment().id()).orElseThrow().state();
    }

    private String stageOf(Visit visit) {
        return applications
                .summary(visit.appointment().application())
                .orElseThrow()
                .stage();
    }
}
