package titian.walkin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import titian.TitianTest;
import titian.application.ApplicationRefused;
import titian.booking.AppointmentState;
import titian.booking.BookingRefused;
import titian.shared.Channel;
import titian.shared.PriorityGroup;
import titian.shared.Role;

/** Many presses and officers at once: one place, one number, one person. */
@TitianTest
class WalkInRacesTest extends AtTheDoor {

    @Test
    void pressingAgainGivesTheSameNumber() {
        var asked = SomeDoors.priority(doors.comer(), doors.now());
        var given = desk.register(asked, door);

        assertThat(desk.register(asked, door)).isEqualTo(given);
    }

    @Test
    void tenPressesAtOnceGiveOneNumber() throws Exception {
        var slot = doors.now();
        var asked = SomeDoors.priority(doors.comer(), slot);

        var given = allAtOnce(Collections.nCopies(10, () -> desk.register(asked, door)));

        assertThat(given).hasSize(10).containsOnly(given.getFirst());
        assertThat(taken(slot)).isEqualTo(slot.taken() + 1);
    }

    @Test
    void aPageUsedForSomebodyIsNotUsedForSomebodyElse() {
        var asked = SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY));
        desk.register(asked, door);
        var other = new Registration(asked.key(), Station.DOOR, PriorityGroup.ILL, doors.comer(), asked.slot());

        assertThatThrownBy(() -> desk.register(other, door)).isInstanceOf(WalkInRefused.PageUsed.class);
    }

    @Test
    void anotherOfficesPageIsNone() {
        var asked = SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY));
        var given = desk.register(asked, door);
        var elsewhere = new SomeDoors(house);

        assertThat(desk.find(given.id(), Station.DOOR, doors.office.id())).contains(given);
        assertThat(desk.find(given.id(), Station.DOOR, elsewhere.office.id())).isEmpty();
        assertThat(desk.find(given.id(), Station.SERVICE, doors.office.id())).isEmpty();
        assertThatThrownBy(() -> desk.register(asked, elsewhere.officer(Role.DOOR_OFFICER)))
                .isInstanceOf(WalkInRefused.PageUsed.class);
    }

    /** Thirty people, as many officers, four places: four are given, and whoever has none left nothing behind. */
    @RepeatedTest(3)
    void officersAtOnceNeverGiveAPlaceTwice() throws Exception {
        var slot = doors.later(Channel.PRIORITY);
        var everybody = IntStream.range(0, 30)
                .mapToObj(_ -> SomeDoors.priority(doors.comer(), slot))
                .toList();

        var given = allAtOnce(everybody.stream()
                .<Callable<Boolean>>map(asked -> () -> isGiven(asked))
                .toList());

        assertThat(given).filteredOn(one -> one).hasSize(SomeDoors.PRIORITY_PLACES);
        assertThat(taken(slot)).isEqualTo(SomeDoors.PRIORITY_PLACES);
        assertThat(everybody.stream()
                        .flatMap(asked -> desk.find(asked.key(), Station.DOOR, doors.office.id()).stream())
                        .map(one -> appointment(one).state()))
                .hasSize(SomeDoors.PRIORITY_PLACES)
                .containsOnly(AppointmentState.CONFIRMED);
    }

    @RepeatedTest(3)
    void twoOfficersAtOnceGiveOnePersonOnePlace() throws Exception {
        var comer = doors.comer();
        var slots = doors.left(Channel.PRIORITY).reversed();

        var given = allAtOnce(Stream.of(slots.get(0), slots.get(1))
                .<Callable<Boolean>>map(slot -> () -> isGiven(SomeDoors.priority(comer, slot)))
                .toList());

        assertThat(given).containsExactlyInAnyOrder(true, false);
    }

    private boolean isGiven(Registration asked) {
        try {
            desk.register(asked, doors.officer(Role.DOOR_OFFICER));
            return true;
        } catch (BookingRefused.SlotFull | BookingRefused.AlreadyBooked | ApplicationRefused.AlreadyLive _) {
            return false;
        }
    }

    /** Starts all at once; any failure fails the test. */
    private static <T> List<T> allAtOnce(List<Callable<T>> attempts) throws InterruptedException {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts, 60, SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
