package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.People.someone;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.slot.SlotId;

/**
 * Two nodes are asked for the same at once, each stopped before it takes the place until the other stands there too, in
 * both orders.
 */
@TitianTest
class BookingRacesTest extends TwoNodes {

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

    private BookingRequest groupOf(int people, SlotId slot, @Nullable SlotId second) {
        var group = IntStream.range(0, people).mapToObj(_ -> someone().nik()).toList();
        return request(slot, second, AccountId.next(), group);
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
