package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.People.someone;
import static titian.booking.AppointmentState.EXPIRED;
import static titian.booking.AppointmentState.HELD;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.slot.SomeSlots;

/** A hold runs out, or a place comes back, just while somebody does something about it. */
@TitianTest
class ReturnRacesTest extends TwoNodes {

    @Test
    void whenAFreedPlaceComesBackNobodyCanGuess() {
        var rests = house.getBean(Rests.class);
        var now = clock.instant();

        assertThat(Stream.generate(() -> rests.backAt(SomeSlots.OFFICE, now))
                        .limit(20)
                        .distinct())
                .hasSizeGreaterThan(1);
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

    private void bringAllBack() {
        int back;
        do {
            back = node.returns().bringBack();
        } while (back > 0);
    }
}
