package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;
import static titian.booking.AppointmentState.CANCELLED;
import static titian.booking.AppointmentState.CONFIRMED;
import static titian.booking.AppointmentState.EXPIRED;
import static titian.booking.AppointmentState.HELD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/**
 * Two who do what cannot both happen, each stopped between its steps until the other stands there too. Every race is run
 * in both orders: a row lets in those who wait in the order in which they came.
 */
@TitianTest
class RacesTest {

    private static final Duration HOLD = Duration.ofMinutes(1);

    @Autowired
    BookingDesk desk;

    @Autowired
    ApplicationContext house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;
    StoppedClock afterTheHold;
    Node node;

    @BeforeEach
    void anotherNode() {
        slots = new SomeSlots(db, clock);
        afterTheHold = new StoppedClock(clock.instant().plus(HOLD).plusSeconds(30));
        node = new Node(house, afterTheHold);
        hold(node.desk(), slots.slot(1), someone().nik()); // its line to the database stands
    }

    @AfterEach
    void stopIt() {
        node.close();
    }

    @Test
    void aVisitCancelledJustBeforeItIsMovedStaysCancelledWhereItWas() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var cancelling = Meanwhile.run(() -> desk.cancel(visit));
            pause.untilWaiting(1);
            var moving = Meanwhile.begin(() -> node.desk().reschedule(visit, there, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            cancelling.ends();
            assertThatExceptionOfType(BookingRefused.NotConfirmed.class)
                    .isThrownBy(moving::ends)
                    .satisfies(refused -> assertThat(refused.state()).isEqualTo(CANCELLED));
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CANCELLED, here));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(0, 0, 0));
    }

    @Test
    void aVisitMovedJustBeforeItIsCancelledIsCancelledWhereItWent() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var moving = Meanwhile.begin(() -> node.desk().reschedule(visit, there, "move"));
            pause.untilWaiting(1);
            var cancelling = Meanwhile.run(() -> desk.cancel(visit));
            pause.untilWaiting(2);
            pause.letGo();

            moving.ends();
            cancelling.ends();
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CANCELLED, there));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(1, 0, 1));
    }

    @Test
    void twoMovesOfOneVisitAreOne() {
        var here = slots.slot(1);
        var there = slots.slot(1);
        var elsewhere = slots.slot(1);
        var visit = confirmed(here);

        try (var pause = Pause.before(database, visit)) {
            var first = Meanwhile.begin(() -> desk.reschedule(visit, there, "one"));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().reschedule(visit, elsewhere, "two"));
            pause.untilWaiting(2);
            pause.letGo();

            first.ends();
            assertThatThrownBy(second::ends).isInstanceOf(BookingRefused.MovedOften.class);
        }

        assertThat(stands(visit)).isEqualTo(new Stands(CONFIRMED, there));
        assertThat(counted(here)).isEqualTo(new Counted(1, 0, 1));
        assertThat(counted(there)).isEqualTo(new Counted(1, 1, 0));
        assertThat(counted(elsewhere)).isEqualTo(new Counted(0, 0, 0));
    }

    @Test
    void ofTwoWhoMoveToTheLastPlaceOneDoes() {
        var last = slots.slot(1);
        var here = slots.slot(2);
        var one = confirmed(here);
        var other = confirmed(here);

        try (var pause = Pause.before(database, last)) {
            var first = Meanwhile.begin(() -> desk.reschedule(one, last, "move"));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().reschedule(other, last, "move"));
            pause.untilWaiting(2);
            pause.letGo();

            first.ends();
            assertThatThrownBy(second::ends).isInstanceOf(BookingRefused.SlotFull.class);
        }

        assertThat(stands(one)).isEqualTo(new Stands(CONFIRMED, last));
        assertThat(stands(other)).isEqualTo(new Stands(CONFIRMED, here));
        assertThat(counted(last)).isEqualTo(new Counted(1, 1, 0));
        assertThat(counted(here)).isEqualTo(new Counted(2, 1, 1));
    }

    @Test
    void aHoldThatIsBeingClaimedDoesNotExpire() {
        var slot = slots.slot(1);
        var held = held(slot);

        transaction.executeWithoutResult(_ -> {
            assertThat(desk.claim(held, afterTheHold.instant().plus(HOLD))).isTrue();
            Meanwhile.run(this::expireAll).ends();
        });
        expireAll();

        assertThat(stands(held)).isEqualTo(new Stands(HELD, slot));
        assertThat(counted(slot)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void aHoldThatIsExpiringCanNoLongerBeClaimed() {
        var slot = slots.slot(1);
        var held = held(slot);

        assertThat(whileItExpires(() -> desk.claim(held, clock.instant().plus(Duration.ofHours(1)))))
                .isFalse();

        assertThat(stands(held)).isEqualTo(new Stands(EXPIRED, slot));
        assertThat(counted(slot)).isEqualTo(new Counted(1, 0, 1));
    }

    @Test
    void aHoldThatIsExpiringCanNoLongerBeConfirmed() {
        var slot = slots.slot(1);
        var held = held(slot);

        assertThat(whileItExpires(() -> desk.confirm(held))).isFalse();

        assertThat(stands(held)).isEqualTo(new Stands(EXPIRED, slot));
        assertThat(counted(slot)).isEqualTo(new Counted(1, 0, 1));
    }

    /** Begins when the hold has expired but nobody can see it yet, so that it waits for what becomes of it. */
    private <T> T whileItExpires(Callable<T> step) {
        return Objects.requireNonNull(transaction.execute(_ -> {
                    expireAll();
                    return waitsForUs(step);
                }))
                .ends();
    }

    /** Begins, and stands waiting for what this transaction has done. */
    private <T> Meanwhile<T> waitsForUs(Callable<T> step) {
        var process = db.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        var meanwhile = Meanwhile.begin(step);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Pause.waitingFor(database, process) > 0);
        return meanwhile;
    }

    private void expireAll() {
        int expired;
        do {
            expired = node.returns().expireUnclaimed();
        } while (expired > 0);
    }

    @Test
    void twoNodesThatExpireTheSameHoldsAtOnceTakeDifferentOnes() {
        var slot = slots.slot(30);
        var holds = IntStream.range(0, 30).mapToObj(_ -> held(slot)).toList();

        transaction.executeWithoutResult(_ -> {
            expireAll();
            try (var third = new Node(house, afterTheHold)) {
                Meanwhile.run(() -> {
                            while (third.returns().expireUnclaimed() > 0) {
                                Thread.onSpinWait();
                            }
                        })
                        .ends();
            }
        });

        assertThat(holds).allSatisfy(held -> assertThat(stands(held).state()).isEqualTo(EXPIRED));
        assertThat(counted(slot)).isEqualTo(new Counted(30, 0, 30));
    }

    @Test
    void aPlaceThatIsComingBackGoesToWhoeverWaitsForIt() {
        var slot = slots.slot(1);
        var gone = held(slot);
        desk.release(gone);
        afterTheHold.forward(Duration.ofDays(1));

        var waiting = transaction.execute(_ -> {
            bringAllBack();
            return waitsForUs(() -> hold(desk, slot, someone().nik()));
        });

        assertThat(stands(Objects.requireNonNull(waiting).ends())).isEqualTo(new Stands(HELD, slot));
        assertThat(counted(slot)).isEqualTo(new Counted(1, 1, 0));
    }

    private void bringAllBack() {
        int back;
        do {
            back = node.returns().bringBack();
        } while (back > 0);
    }

    @Test
    void onePersonWhoAsksTwoNodesForTheSameWindowGetsOnePlace() {
        var slot = slots.slot(5);
        var nik = someone().nik();

        try (var pause = Pause.before(database, slot)) {
            var first = Meanwhile.begin(() -> hold(desk, slot, nik));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> hold(node.desk(), slot, nik));
            pause.untilWaiting(2);
            pause.letGo();

            var got = first.ends();
            assertThatExceptionOfType(BookingRefused.AlreadyBooked.class)
                    .isThrownBy(second::ends)
                    .satisfies(refused -> assertThat(refused.existing().id()).isEqualTo(got));
        }

        assertThat(counted(slot)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void onePersonWhoAsksTwoNodesForTwoWindowsGetsOneAndTheirNeighboursGetTheirs() {
        var here = slots.slot(5);
        var there = slots.slot(5);
        var nik = someone().nik();

        try (var pause = Pause.before(database, here, there)) {
            var before = List.of(
                    Meanwhile.begin(() -> hold(desk, here, someone().nik())),
                    Meanwhile.begin(() -> hold(node.desk(), there, someone().nik())));
            pause.untilWaiting(2);
            var first = Meanwhile.begin(() -> hold(desk, here, nik));
            var second = Meanwhile.begin(() -> hold(node.desk(), there, nik));
            var neighbours = List.of(
                    Meanwhile.begin(() -> hold(desk, here, someone().nik())),
                    Meanwhile.begin(() -> hold(node.desk(), there, someone().nik())));
            Meanwhile.untilAllWait(List.of(first, second, neighbours.getFirst(), neighbours.getLast()));
            pause.letGo();

            before.forEach(Meanwhile::ends);
            neighbours.forEach(Meanwhile::ends);
            assertThat(succeeds(first) ^ succeeds(second)).as("one of the two").isTrue();
        }

        assertThat(counted(here).live() + counted(there).live()).isEqualTo(5);
        assertThat(counted(here).taken()).isEqualTo(counted(here).live());
        assertThat(counted(there).taken()).isEqualTo(counted(there).live());
    }

    @Test
    void oneRequestSentToTwoNodesIsCarriedOutOnceAndAnsweredTwice() {
        var slot = slots.slot(5);
        var request = request(slot, null, AccountId.next(), List.of(someone().nik()));

        try (var pause = Pause.before(database, slot)) {
            var first = Meanwhile.begin(() -> desk.book(request));
            pause.untilWaiting(1);
            var second = Meanwhile.begin(() -> node.desk().book(request));
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(first.ends()).isEqualTo(second.ends());
        }

        assertThat(counted(slot)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void aGroupThatComesFirstGetsTheLastPlacesAndThePersonBehindNone() {
        var slot = slots.slot(2);

        try (var pause = Pause.before(database, slot)) {
            var group = Meanwhile.begin(() -> desk.book(groupOf(2, slot, null)));
            pause.untilWaiting(1);
            var single = Meanwhile.begin(() -> hold(node.desk(), slot, someone().nik()));
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(group.ends().places()).hasSize(2);
            assertThatThrownBy(single::ends).isInstanceOf(BookingRefused.SlotFull.class);
        }

        assertThat(counted(slot)).isEqualTo(new Counted(2, 2, 0));
    }

    @Test
    void aGroupThatComesBehindAPersonGetsAllOrNothing() {
        var slot = slots.slot(2);

        try (var pause = Pause.before(database, slot)) {
            var single = Meanwhile.begin(() -> hold(node.desk(), slot, someone().nik()));
            pause.untilWaiting(1);
            var group = Meanwhile.begin(() -> desk.book(groupOf(2, slot, null)));
            pause.untilWaiting(2);
            pause.letGo();

            single.ends();
            assertThatThrownBy(group::ends).isInstanceOf(BookingRefused.SlotFull.class);
        }

        assertThat(counted(slot)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void aGroupIsSpreadByWhatIsLeftWhenItsTurnComes() {
        var first = slots.slot(2);
        var second = besides(first, 1);

        try (var pause = Pause.before(database, first)) {
            var single =
                    Meanwhile.begin(() -> hold(node.desk(), first, someone().nik()));
            pause.untilWaiting(1);
            var group = Meanwhile.begin(() -> desk.book(groupOf(2, first, second)));
            pause.untilWaiting(2);
            pause.letGo();

            single.ends();
            assertThat(group.ends().places()).extracting(Booked.Place::slot).containsExactly(first, second);
        }

        assertThat(counted(first)).isEqualTo(new Counted(2, 2, 0));
        assertThat(counted(second)).isEqualTo(new Counted(1, 1, 0));
    }

    @Test
    void twoGroupsThatNameTheSameTwoWindowsTheOtherWayRoundDoNotWaitForEachOther() {
        var first = slots.slot(3);
        var second = besides(first, 3);

        try (var pause = Pause.before(database, first, second)) {
            var one = Meanwhile.begin(() -> desk.book(groupOf(3, first, second)));
            var other = Meanwhile.begin(() -> node.desk().book(groupOf(3, second, first)));
            pause.untilWaiting(2);
            pause.letGo();

            assertThat(one.ends().places()).hasSize(3);
            assertThat(other.ends().places()).hasSize(3);
        }

        assertThat(counted(first)).isEqualTo(new Counted(3, 3, 0));
        assertThat(counted(second)).isEqualTo(new Counted(3, 3, 0));
    }

    /** What an appointment has become, and where. */
    private record Stands(AppointmentState state, SlotId slot) {}

    private Stands stands(AppointmentId id) {
        var appointment = desk.find(id).orElseThrow();
        return new Stands(appointment.state(), appointment.slot());
    }

    /** What the window says is taken, and by whom. */
    private record Counted(int taken, int live, int resting) {}

    private Counted counted(SlotId slot) {
        return db.sql("""
                        SELECT taken,
                               (SELECT count(*)
                                  FROM booking.appointment
                                 WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')) AS live,
                               (SELECT coalesce(sum(places), 0)
                                  FROM booking.resting_place
                                 WHERE slot = :slot) AS resting
                          FROM booking.slot
                         WHERE id = :slot
                        """)
                .param("slot", slot.value())
                .query((row, _) -> new Counted(row.getInt("taken"), row.getInt("live"), row.getInt("resting")))
                .single();
    }

    /** A window that begins when this one ends. */
    private SlotId besides(SlotId slot, int places) {
        var next = slots.slot(places);
        db.sql("""
                        UPDATE booking.slot
                           SET starts_at = before.ends_at, ends_at = before.ends_at + INTERVAL '1 hour'
                          FROM booking.slot before
                         WHERE slot.id = :next AND before.id = :slot
                        """).param("next", next.value()).param("slot", slot.value()).update();
        return next;
    }

    private AppointmentId held(SlotId slot) {
        return hold(desk, slot, someone().nik());
    }

    private AppointmentId confirmed(SlotId slot) {
        var held = held(slot);
        desk.confirm(held);
        return held;
    }

    private AppointmentId hold(BookingDesk desk, SlotId slot, Nik nik) {
        return desk.book(request(slot, null, AccountId.next(), List.of(nik))).first();
    }

    private BookingRequest groupOf(int people, SlotId slot, @Nullable SlotId second) {
        var group = IntStream.range(0, people).mapToObj(_ -> someone().nik()).toList();
        return request(slot, second, AccountId.next(), group);
    }

    private BookingRequest request(SlotId slot, @Nullable SlotId second, AccountId account, List<Nik> people) {
        var members = people.stream()
                .map(nik -> new Member(ApplicationId.next(), nik))
                .toList();
        return new BookingRequest("race", account, members, slot, second, Terms.heldUntil(until()));
    }

    private Instant until() {
        return clock.instant().plus(HOLD);
    }

    private static boolean succeeds(Meanwhile<?> attempt) {
        try {
            attempt.ends();
            return true;
        } catch (BookingRefused _) {
            return false;
        }
    }
}
