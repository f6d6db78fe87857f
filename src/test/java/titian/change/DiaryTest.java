package titian.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.change.Diary.Entry;
import titian.change.Diary.Kind;

/** What the diary says comes about once, whichever node dies and however many look. */
@TitianTest
class DiaryTest extends WithADiary {

    @Test
    void nothingIsDueBeforeItsTime() {
        var comer = new Comer(house, 6);

        keep(comer, Kind.THREE_DAYS_BEFORE, comer.at(3, LocalTime.of(9, 0)).minus(A_SECOND));

        assertThat(comer.letters("REMINDER")).isZero();
        assertThat(entries(comer.id)).containsKey(Kind.THREE_DAYS_BEFORE);
    }

    /** Two nodes, or one that was started anew after it had died in the middle: the entry goes with what was done. */
    @Test
    void sweepingTwiceRemindsOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        keep(comer, Kind.THREE_DAYS_BEFORE, then);
        keep(comer, Kind.THREE_DAYS_BEFORE, then);

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void manyNodesAtOnceRemindOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(_ -> nodes.submit(() -> keep(comer, Kind.THREE_DAYS_BEFORE, then)));
        }

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void whoeverDiesBeforeTheEndHasDoneNothingAndTheNextDoesIt() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);

        transactions.executeWithoutResult(killed -> {
            at(then).keep(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
            killed.setRollbackOnly();
        });
        assertThat(comer.letters("REMINDER")).isZero();
        keep(comer, Kind.THREE_DAYS_BEFORE, then);

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void anEntryThatAnotherNodeHasInHandIsPassedOverAtOnce() {
        var comer = new Comer(house, 6);
        var then = comer.at(3, TEN);
        var taken = new CountDownLatch(1);
        var passedOver = new CountDownLatch(1);

        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.submit(() -> transactions.executeWithoutResult(_ -> {
                at(then).keep(new Entry(comer.id, Kind.THREE_DAYS_BEFORE));
                taken.countDown();
                await(passedOver);
            }));
            await(taken);
            keep(comer, Kind.THREE_DAYS_BEFORE, then);
            assertThat(comer.letters("REMINDER"))
                    .as("the other has not finished")
                    .isZero();
            passedOver.countDown();
        }

        assertThat(comer.letters("REMINDER")).isEqualTo(1);
    }

    @Test
    void aMoveLeavesOneSetOfEntriesAndACancellationNone() {
        var comer = new Comer(house, 4);
        comer.move(comer.window(9, TEN));

        assertThat(entries(comer.id))
                .containsOnly(
                        Map.entry(Kind.THREE_DAYS_BEFORE, comer.at(6, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0))),
                        Map.entry(Kind.DAY_OVER, comer.at(10, LocalTime.MIDNIGHT)));
        comer.cancel();
        assertThat(entries(comer.id)).isEmpty();
    }

    /** The program dies after the move was committed and before it was told: the diary finds it a while later. */
    @Test
    void aMoveNobodyCameBackToTellOfIsToldOnceAllTheSame() {
        var comer = new Comer(house, 4);
        var aWhileLater = world.clock().instant().plus(Duration.ofMinutes(2));
        desk.lookAgain(comer.id);
        booking.reschedule(comer.booked.id(), comer.window(9, TEN), "mati");
        assertThat(comer.letters("MOVED")).as("nobody was told").isZero();

        keep(comer, Kind.LOOK_AGAIN, aWhileLater);
        keep(comer, Kind.LOOK_AGAIN, aWhileLater);
        desk.follow(comer.id);

        assertThat(comer.letters("MOVED")).isEqualTo(1);
        assertThat(entries(comer.id))
                .containsEntry(Kind.DAY_BEFORE, comer.at(8, LocalTime.of(9, 0)))
                .doesNotContainKey(Kind.LOOK_AGAIN);
    }

    @Test
    void aMoveThatDidNotComeAboutIsToldToNobody() {
        var comer = new Comer(house, 4);
        desk.lookAgain(comer.id);

        keep(comer, Kind.LOOK_AGAIN, world.clock().instant().plus(Duration.ofMinutes(2)));

        assertThat(comer.letters("MOVED")).isZero();
        assertThat(entries(comer.id)).doesNotContainKey(Kind.LOOK_AGAIN).containsKey(Kind.DAY_OVER);
    }

    /** The sweep as it runs on every node; what cannot be done does not keep the rest from being done. */
    @Test
    void whatCannotBeDoneIsLeftForLaterAndTheRestIsDone() {
        var broken = new Comer(house, 6);
        var comer = new Comer(house, 6);
        var now = world.clock().instant();
        broken.cancel();
        diary.put(broken.id, Kind.LOOK_AGAIN, now.minus(A_SECOND));
        diary.put(comer.id, Kind.LOOK_AGAIN, now.minus(A_SECOND));

        keeping.sweep();
        desk.putOff(new Entry(comer.id, Kind.DAY_BEFORE), Duration.ofMinutes(5));

        assertThat(entries(broken.id)).isEmpty();
        assertThat(entries(comer.id).get(Kind.DAY_BEFORE)).isAfter(now).isBefore(now.plus(Duration.ofMinutes(6)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
