package titian.waitinglist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the places that come back to a window. The order of joining decides among those who fit. A group for which
 * they are too few lets younger ones go first, but only so often: then what comes back is gathered for it, and nobody
 * younger gets any of it.
 *
 * @param offered     those who are offered places now, each as many as they are
 * @param fromGathered whether the last of those offered gets the places that were gathered too
 * @param gathersFor  the group for which places are gathered from now on, or still
 * @param gathered    how many of those that came back are added to what is gathered
 * @param passedOver  groups to which a younger one was preferred, once for each of those
 */
record Sharing(
        List<Candidate> offered,
        boolean fromGathered,
        @Nullable Candidate gathersFor,
        int gathered,
        List<Candidate> passedOver) {

    /** What is gathered at the window already, and for whom. */
    record Heap(WishId wish, int places) {}

    /** Of a window with so many places in all, where places may be gathered if so said. */
    record Window(int capacity, boolean mayGather, int passes) {}

    /** Shares out so many places among those who wait, in their order. */
    static Sharing of(int places, @Nullable Heap heap, List<Candidate> line, Window window) {
        return new Round(places, heap, window).go(line);
    }

    private static final class Round {

        private final @Nullable Heap heap;
        private final Window window;
        private final List<Candidate> offered = new ArrayList<>();
        private final List<Candidate> waiting = new ArrayList<>();
        private final List<Candidate> passedOver = new ArrayList<>();
        private int left;

        Round(int places, @Nullable Heap heap, Window window) {
            this.left = places;
            this.heap = heap;
            this.window = window;
        }

        Sharing go(List<Candidate> line) {
            for (var one : line) {
                if (left == 0) {
                    break;
                }
                if (heap != null && one.wish().equals(heap.wish())) {
                    return toTheHeapOf(one, line);
                }
                if (one.people() > left) {
                    waiting.add(one);
                } else {
                    var due = due();
                    if (due != null) {
                        return end(false, due, left);
                    }
                    offer(one);
                }
            }
            var due = left > 0 ? due() : null;
            return due == null ? end(false, null, 0) : end(false, due, left);
        }

        /** What is gathered is the group's as soon as it suffices; what is more goes on to those behind it. */
        private Sharing toTheHeapOf(Candidate group, List<Candidate> line) {
            int lacking = group.people() - (heap == null ? 0 : heap.places());
            if (lacking > left) {
                return end(false, group, left);
            }
            left -= Math.max(0, lacking);
            var rest = new Round(left, null, window).go(line.subList(line.indexOf(group) + 1, line.size()));
            passedOver.addAll(rest.passedOver());
            var all = new ArrayList<>(rest.offered());
            all.addAll(offered);
            all.add(group);
            return new Sharing(List.copyOf(all), true, rest.gathersFor(), rest.gathered(), List.copyOf(passedOver));
        }

        private void offer(Candidate one) {
            offered.add(one);
            left -= one.people();
            passedOver.addAll(waiting);
        }

        /** The first of those passed over for whom it is time to gather. */
        private @Nullable Candidate due() {
            return window.mayGather() && heap == null
                    ? waiting.stream().filter(this::isDue).findFirst().orElse(null)
                    : null;
        }

        private boolean isDue(Candidate group) {
            long times = passedOver.stream().filter(group::equals).count();
            return group.people() <= window.capacity() && group.passed() + times >= window.passes();
        }

        private Sharing end(boolean fromGathered, @Nullable Candidate gathersFor, int gathered) {
            return new Sharing(List.copyOf(offered), fromGathered, gathersFor, gathered, List.copyOf(passedOver));
        }
    }
}
