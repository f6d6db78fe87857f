package titian.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import titian.waitinglist.Sharing.Heap;
import titian.waitinglist.Sharing.Window;

/** How places that come back are shared out: in the order of joining, and without starving groups. */
class SharingTest {

    private static final Window WINDOW = new Window(5, true, 3);

    private static Candidate someone(long rank, int people, int passed) {
        return new Candidate(WishId.next(), rank, people, passed);
    }

    private static Candidate someone(long rank, int people) {
        return someone(rank, people, 0);
    }

    /** How many of those that came back are kept. */
    private static int kept(Sharing sharing, @Nullable Heap heap) {
        var people = sharing.offered().stream().mapToInt(Candidate::people).sum();
        return people - (sharing.fromGathered() && heap != null ? heap.places() : 0) + sharing.gathered();
    }

    @Test
    void theOrderOfJoiningDecidesAmongThoseWhoFit() {
        var first = someone(1, 1);
        var group = someone(2, 2);
        var third = someone(3, 1);

        assertThat(Sharing.of(1, null, List.of(first, group, third), WINDOW).offered())
                .containsExactly(first);
        assertThat(Sharing.of(3, null, List.of(first, group, third), WINDOW).offered())
                .containsExactly(first, group);
        assertThat(Sharing.of(2, null, List.of(first, group, third), WINDOW).offered())
                .containsExactly(first, third);
    }

    @Test
    void aGroupThatWasPassedOverThreeTimesIsGatheredFor() {
        var group = someone(1, 3, 3);
        var younger = someone(2, 1);

        var sharing = Sharing.of(2, null, List.of(group, younger), WINDOW);

        assertThat(sharing.offered()).isEmpty();
        assertThat(sharing.gathersFor()).isEqualTo(group);
        assertThat(sharing.gathered()).isEqualTo(2);
    }

    @Test
    void whatWasGatheredIsOfferedAsSoonAsItSufficesAndTheRestGoesOn() {
        var group = someone(1, 3, 3);
        var younger = someone(2, 1);

        var sharing = Sharing.of(2, new Heap(group.wish(), 2), List.of(group, younger), WINDOW);

        assertThat(sharing.offered()).containsExactly(younger, group);
        assertThat(sharing.fromGathered()).isTrue();
        assertThat(kept(sharing, new Heap(group.wish(), 2))).isEqualTo(2);
    }

    @Test
    void nothingIsGatheredForAGroupLargerThanTheWindow() {
        var group = someone(1, 5, 9);
        var younger = someone(2, 1);

        assertThat(Sharing.of(1, null, List.of(group, younger), new Window(4, true, 3))
                        .offered())
                .containsExactly(younger);
    }

    @Test
    void whereNothingMayBeGatheredYoungerOnesGoOn() {
        var group = someone(1, 3, 9);
        var younger = someone(2, 1);

        assertThat(Sharing.of(1, null, List.of(group, younger), new Window(5, false, 3))
                        .offered())
                .containsExactly(younger);
    }

    /**
     * Places come back to one window in any numbers, and people join in any sizes: nobody gets more than there is or
     * waits for ever, and nobody younger is preferred to a group more than three times.
     */
    @Property(tries = 60)
    void noGroupIsStarved(@ForAll long seed) {
        var list = new OneWindow(new Random(seed));
        for (int step = 0; step < 2_000; step++) {
            list.someoneJoins();
            list.placesComeBack();
        }
        assertThat(list.served).as("seed %s", seed).isGreaterThan(500);
        assertThat(list.groupsServed).as("seed %s", seed).isGreaterThan(50);
    }

    /** A simple model of one window and those who wait for it. */
    private static final class OneWindow {
        private final Random random;
        private final List<Candidate> line = new ArrayList<>();
        private final Map<WishId, Integer> since = new HashMap<>();
        private @Nullable Heap heap;
        private long rank;
        int served;
        int groupsServed;

        OneWindow(Random random) {
            this.random = random;
        }

        void someoneJoins() {
            if (line.size() < 40) {
                var people = random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 1;
                line.add(someone(++rank, people));
            }
        }

        void placesComeBack() {
            var places = 1 + random.nextInt(3);
            var before = heap;
            var sharing = Sharing.of(places, before, List.copyOf(line), WINDOW);
            assertThat(kept(sharing, before)).isBetween(0, places);
            assertThat(new HashSet<>(sharing.offered())).hasSameSizeAs(sharing.offered());
            if (before != null && sharing.fromGathered()) {
                assertThat(sharing.offered().getLast().wish()).isEqualTo(before.wish());
                heap = null;
            }
            sharing.offered().forEach(this::serve);
            sharing.passedOver().forEach(this::passOver);
            gather(sharing);
            assertThat(line)
                    .as("nobody younger is preferred a fourth time")
                    .allSatisfy(one -> assertThat(one.passed()).isLessThanOrEqualTo(WINDOW.passes()));
        }

        private void serve(Candidate one) {
            line.remove(one);
            served++;
            groupsServed += one.people() > 1 ? 1 : 0;
        }

        private void passOver(Candidate one) {
            line.replaceAll(other -> other.wish().equals(one.wish())
                    ? new Candidate(other.wish(), other.rank(), other.people(), other.passed() + 1)
                    : other);
        }

        private void gather(Sharing sharing) {
            var group = sharing.gathersFor();
            if (group != null) {
                var had = heap != null && heap.wish().equals(group.wish()) ? heap.places() : 0;
                heap = new Heap(group.wish(), had + sharing.gathered());
                assertThat(heap.places()).isLessThan(group.people());
                assertThat(since.merge(group.wish(), 1, Integer::sum))
                        .as("a group is served after as many returns as it lacks")
                        .isLessThanOrEqualTo(group.people());
            }
        }
    }
}
