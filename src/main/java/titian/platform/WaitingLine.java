package titian.platform;

import static titian.platform.GroupCommit.MOST_TOGETHER;
import static titian.platform.GroupCommit.MOST_WAITING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Who waits to be decided, in the order of arrival. No two requests that are being decided share a mark: the later one is
 * held back.
 *
 * @param <A> what is asked
 * @param <O> what came of it
 */
final class WaitingLine<A, O> {

    private static final long A_MOMENT = 1; // millisecond

    /** A request whose caller waits. */
    record Waiting<A, O>(A ask, List<Object> marks, CompletableFuture<O> answer) {}

    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final LinkedBlockingQueue<Waiting<A, O>> queue = new LinkedBlockingQueue<>();
    private final ArrayDeque<Waiting<A, O>> heldBack = new ArrayDeque<>();
    private final Set<Object> marksUnderWay = new HashSet<>();
    private final Predicate<A> goesAlone;
    private int underWay;

    /** @param goesAlone whether nothing else may be decided together with a request */
    WaitingLine(Predicate<A> goesAlone) {
        this.goesAlone = goesAlone;
    }

    /** False if too many wait already. */
    boolean join(Waiting<A, O> waiting) {
        return room.tryAcquire() && queue.offer(waiting);
    }

    int size() {
        return MOST_WAITING - room.availablePermits();
    }

    /**
     * The next batch, to be {@link #decided}; none if nothing came for a while, or if a batch is under way and too few
     * wait for another.
     */
    synchronized List<Waiting<A, O>> next() throws InterruptedException {
        if (underWay == 0) {
            waitForSomebody();
        } else if (size() < MOST_TOGETHER) {
            wait(A_MOMENT);
            return List.of();
        }
        drain();
        var batch = gather();
        if (!batch.isEmpty()) {
            underWay++;
            batch.forEach(waiting -> marksUnderWay.addAll(waiting.marks()));
        } else if (underWay > 0) {
            wait(A_MOMENT);
        }
        return batch;
    }

    synchronized void decided(List<Waiting<A, O>> batch) {
        underWay--;
        batch.forEach(waiting -> waiting.marks().forEach(marksUnderWay::remove));
        notifyAll();
    }

    /** All who still wait. */
    synchronized List<Waiting<A, O>> leave() {
        var left = new ArrayList<>(heldBack);
        heldBack.clear();
        queue.drainTo(left);
        room.release(left.size());
        return left;
    }

    private void waitForSomebody() throws InterruptedException {
        if (heldBack.isEmpty()) {
            var first = queue.poll(1, TimeUnit.SECONDS);
            if (first != null) {
                heldBack.add(first);
            }
        }
    }

    /** Callers just answered ask again a moment later: as long as more keep coming, they come along. */
    private void drain() {
        int before;
        do {
            before = heldBack.size();
            queue.drainTo(heldBack, MOST_TOGETHER);
            Thread.yield();
        } while (heldBack.size() > before && heldBack.size() < MOST_TOGETHER);
    }

    private List<Waiting<A, O>> gather() {
        var batch = new ArrayList<Waiting<A, O>>(MOST_TOGETHER);
        var marks = new HashSet<>(marksUnderWay);
        var later = new ArrayDeque<Waiting<A, O>>();
        while (!heldBack.isEmpty() && batch.size() < MOST_TOGETHER) {
            var waiting = heldBack.poll();
            if (waiting.answer().isDone()) {
                room.release();
                continue; // told to come again: it must not happen behind the back of whoever asked
            }
            var fits = batch.isEmpty()
                    || !goesAlone.test(waiting.ask())
                            && !goesAlone.test(batch.getFirst().ask());
            if (fits && Collections.disjoint(marks, waiting.marks())) {
                batch.add(waiting);
            } else {
                later.add(waiting);
            }
            marks.addAll(waiting.marks());
        }
        later.descendingIterator().forEachRemaining(heldBack::addFirst);
        room.release(batch.size());
        batch.removeIf(waiting -> waiting.answer().isDone());
        return batch;
    }
}
