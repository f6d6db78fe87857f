package titian.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/**
 * Which day it is, and until when something may be done, is told by the clock on the office's wall: in Jayapura two hours
 * before Jakarta, in Los Angeles on days of twenty-three and of twenty-five hours.
 */
@TitianTest
class OfficeTimeTest {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Autowired
    ApplicationContext house;

    @Autowired
    OfficeDesk offices;

    @Autowired
    JdbcClient db;

    StoppedClock clock;
    SomeSlots slots;
    Node node;

    @BeforeEach
    void aNodeAtAnotherTime() {
        clock = new StoppedClock(Instant.parse("2027-02-01T00:00:00Z"));
        slots = new SomeSlots(db, clock);
        node = new Node(house, clock);
    }

    @AfterEach
    void stopIt() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "kanim-jayapura, 2027-03-10T08:00, 2027-03-09T15:00:00Z",
        "kanim-jakarta-selatan, 2027-03-10T08:00, 2027-03-09T17:00:00Z",
        "kjri-los-angeles, 2027-03-15T08:00, 2027-03-15T07:00:00Z",
        "kjri-los-angeles, 2027-11-08T08:00, 2027-11-08T08:00:00Z"
    })
    void untilMidnightBeforeTheDayOfTheVisitItMayBeChanged(String office, LocalDateTime hour, Instant midnight) {
        clock.set(midnight.minus(MOMENT));
        var moved = confirmed(office, hour);
        var cancelled = confirmed(office, hour);
        var kept = confirmed(office, hour);
        var later = window(office, hour.plusDays(7));

        assertThat(node.desk().reschedule(moved.id(), later, "move").slot()).isEqualTo(later);
        node.desk().cancel(cancelled.id());
        assertThat(node.desk().changeRule(kept).until()).isEqualTo(midnight);

        clock.set(midnight);
        assertThatThrownBy(() -> node.desk().cancel(kept.id())).isInstanceOf(BookingRefused.TooLate.class);
        assertThatThrownBy(() -> node.desk().reschedule(kept.id(), later, "move"))
                .isInstanceOf(BookingRefused.TooLate.class);
        assertThat(node.desk().find(kept.id()).orElseThrow().slot()).isEqualTo(kept.slot());
    }

    @ParameterizedTest
    @CsvSource({
        "kanim-jayapura, 2027-03-10T08:00, 2027-03-09T15:00:00Z, 2027-03-10T15:00:00Z",
        "kjri-los-angeles, 2027-03-14T10:00, 2027-03-14T08:00:00Z, 2027-03-15T07:00:00Z",
        "kjri-los-angeles, 2027-11-07T10:00, 2027-11-07T07:00:00Z, 2027-11-08T08:00:00Z"
    })
    void theDoorIsOpenForAVisitFromMidnightToMidnight(String office, LocalDateTime hour, Instant begins, Instant ends) {
        clock.set(begins.minus(Duration.ofDays(3)));
        var early = confirmed(office, hour);
        var late = confirmed(office, hour);

        clock.set(begins.minus(MOMENT));
        assertThatThrownBy(() -> checkIn(early)).isInstanceOf(BookingRefused.WrongDay.class);
        clock.set(begins);
        assertThat(checkIn(early).state()).isEqualTo(AppointmentState.CHECKED_IN);

        clock.set(ends);
        assertThatThrownBy(() -> checkIn(late)).isInstanceOf(BookingRefused.WrongDay.class);
        clock.set(ends.minus(MOMENT));
        assertThat(checkIn(late).state()).isEqualTo(AppointmentState.CHECKED_IN);
    }

    @Test
    void aWindowCanBeBookedUntilItBeginsAndNotAtThatMoment() {
        var window = window("kanim-jayapura", LocalDateTime.parse("2027-02-10T08:00"));
        var begins = node.desk().slot(window).orElseThrow().startsAt();

        clock.set(begins);
        assertThatThrownBy(() -> confirmed(window)).isInstanceOf(BookingRefused.TooLate.class);
        clock.set(begins.minusMillis(1));
        assertThat(confirmed(window).slot()).isEqualTo(window);
    }

    @Test
    void aWindowOpensAtItsMomentAndNotBefore() {
        var window = window("kanim-jayapura", LocalDateTime.parse("2027-02-10T08:00"));
        var opensAt = Instant.parse("2027-02-05T05:00:00Z");
        db.sql("UPDATE booking.slot SET opens_at = :at WHERE id = :slot")
                .param("at", opensAt.atOffset(UTC))
                .param("slot", window.value())
                .update();

        clock.set(opensAt.minusMillis(1));
        assertThatThrownBy(() -> confirmed(window)).isInstanceOf(BookingRefused.NotOpenYet.class);
        clock.set(opensAt);
        assertThat(confirmed(window).slot()).isEqualTo(window);
    }

    private Appointment checkIn(Appointment appointment) {
        return node.desk().checkIn(appointment.code(), appointment.office());
    }

    private Appointment confirmed(String office, LocalDateTime hour) {
        return confirmed(window(office, hour));
    }

    private Appointment confirmed(SlotId window) {
        var request = BookingRequest.of(
                "key", AccountId.next(), ApplicationId.next(), someone().nik(), window, Terms.confirmed());
        return node.desk().find(node.desk().book(request).first()).orElseThrow();
    }

    private SlotId window(String office, LocalDateTime hour) {
        var id = OfficeId.of(office);
        var odd = Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 1_000));
        var zone = offices.find(id).orElseThrow().zone();
        return slots.slot(id, hour.atZone(zone).toInstant().plus(odd), 1);
    }
}
