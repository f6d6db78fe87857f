package titian.booking;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static titian.People.someone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** What booking promises when everybody comes at once. */
@TitianTest
class RushTest {

    @Autowired
    BookingDesk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;

    @BeforeEach
    void windows() {
        slots = new SomeSlots(db, clock);
    }

    @RepeatedTest(5)
    void twoHundredPeopleGetTwentyPlaces() {
        var slot = slots.slot(20);

        var succeeded = attempts(IntStream.range(0, 200)
                .<Runnable>mapToObj(
                        _ -> () -> hold(slot, ApplicationId.next(), someone().nik()))
                .toList());

        assertThat(succeeded).isEqualTo(20);
        assertThat(desk.slot(slot).orElseThrow().taken()).isEqualTo(20);
        assertThat(appointments(slot)).isEqualTo(20);
    }

    @RepeatedTest(5)
    void aDoubleClickBooksOnce() {
        var slot = slots.slot(20);
        var application = ApplicationId.next();
        var impatient = someone().nik();

        var succeeded = attempts(nCopies(20, () -> hold(slot, application, impatient)));

        assertThat(succeeded)
                .as("each click is answered with the same appointment")
                .isEqualTo(20);
        assertThat(desk.slot(slot).orElseThrow().taken()).isEqualTo(1);
        assertThat(appointments(slot)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aPersonWhoHoldsTwoPlacesAtOnceGetsOne() {
        var here = slots.slot(5);
        var there = slots.slot(5);
        var nik = someone().nik();

        var succeeded = attempts(
                List.of(() -> hold(here, ApplicationId.next(), nik), () -> hold(there, ApplicationId.next(), nik)));

        assertThat(succeeded).isEqualTo(1);
        assertThat(desk.slot(here).orElseThrow().taken()
                        + desk.slot(there).orElseThrow().taken())
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void aPlaceIsGivenBackOrConfirmedButNeverBoth() {
        var slot = slots.slot(5);
        var held = hold(slot, ApplicationId.next(), someone().nik());

        attempts(List.of(
                () -> desk.confirm(held.id()),
                () -> desk.release(held.id()),
                () -> desk.release(held.id()),
                () -> desk.confirm(held.id())));

        var ended = desk.find(held.id()).orElseThrow().state();
        assertThat(ended).isIn(AppointmentState.CONFIRMED, AppointmentState.EXPIRED);
        assertThat(desk.slot(slot).orElseThrow().taken()).as("or it rests").isEqualTo(1);
        assertThat(resting(slot)).isEqualTo(ended == AppointmentState.CONFIRMED ? 0 : 1);
    }

    @RepeatedTest(5)
    void comingBackWhileAHoldRunsOutHurtsNobody() {
        var slot = slots.slot(5);
        var application = ApplicationId.next();
        var nik = someone().nik();
        var held = hold(slot, application, nik);

        attempts(IntStream.range(0, 20)
                .<Runnable>mapToObj(
                        i -> i % 2 == 0 ? () -> desk.release(held.id()) : () -> hold(slot, application, nik))
                .toList());

        assertThat(desk.slot(slot).orElseThrow().taken()).isEqualTo((int) (live(slot) + resting(slot)));
        assertThat(live(slot)).isLessThanOrEqualTo(1);
    }

    private Appointment hold(SlotId slot, ApplicationId application, Nik nik) {
        var request = BookingRequest.of(
                application.toString(),
                new AccountId(application.value()),
                application,
                nik,
                slot,
                Terms.heldUntil(soon()));
        return desk.find(desk.book(request).first()).orElseThrow();
    }

    /** Makes all attempts at once and counts those not refused. Any other failure fails the test. */
    private static long attempts(List<Runnable> attempts) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = attempts.stream()
                    .<Callable<Boolean>>map(attempt -> () -> succeeds(attempt))
                    .toList();
            return everybody.invokeAll(calls).stream().filter(RushTest::answer).count();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean answer(Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeds(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (BookingRefused _) {
            return false;
        }
    }

    private long appointments(SlotId slot) {
        return db.sql("SELECT count(*) FROM booking.appointment WHERE slot = :slot")
                .param("slot", slot.value())
                .query(Long.class)
                .single();
    }

    private long resting(SlotId slot) {
        return db.sql("SELECT coalesce(sum(places), 0) FROM booking.resting_place WHERE slot = :slot")
                .param("slot", slot.value())
                .query(Long.class)
                .single();
    }

    private long live(SlotId slot) {
        return db.sql("""
                        SELECT count(*)
                          FROM booking.appointment
                         WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                        """).param("slot", slot.value()).query(Long.class).single();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(2));
    }
}
