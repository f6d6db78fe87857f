package titian.booking;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Books by group commit: what waits while one batch is being decided makes up the next. One batch is under way at a
 * time; a request that comes alone goes at once. Every caller gets an answer of its own, and one request that cannot be
 * decided never hurts another: a batch that fails is split until the culprit stands alone.
 */
@Component
class Engine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    static final int MOST_WAITING = 4_096;
    static final int MOST_TOGETHER = 512;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int DECIDED_AGAIN = 5;
    private static final int STOPS_LATE = 1_000;

    /** A request whose caller waits. */
    private record Waiting(Ask ask, List<Object> marks, CompletableFuture<Outcome> answer) {}

    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ArrayDeque<Waiting> heldBack = new ArrayDeque<>();
    private final Pace pace = new Pace();
    private final EngineLine line;
    private final Availability availability;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread worker;

    Engine(EngineLine line, Availability availability, Clock clock) {
        this.line = line;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Waits until the request is decided.
     *
     * @throws BookingRefused.Busy if too many wait already, or no answer comes in time; with the same key one may ask
     *     again
     */
    Outcome decide(Ask ask) {
        var waiting = new Waiting(ask, ask.marks(), new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw new BookingRefused.Busy(pace.untilDecided(queue.size()));
        }
        try {
            return waiting.answer().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            waiting.answer().cancel(false);
            throw new BookingRefused.Busy(pace.untilDecided(queue.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a booking was under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BookingRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("a booking could not be decided", e.getCause());
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().daemon().name("booking-engine").start(this::work);
    }

    /** What waits is told to come again. */
    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the doors are closed and the tasks have ended. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100 * STOPS_LATE;
    }

    private void work() {
        try (line) {
            while (running) {
                var batch = gather();
                if (!batch.isEmpty()) {
                    decide(batch);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            var left = new ArrayList<>(heldBack);
            queue.drainTo(left);
            left.forEach(this::tellToComeAgain);
        }
    }

    /** Takes what waits, in the order of arrival. Requests that share a mark are decided one after the other. */
    private List<Waiting> gather() throws InterruptedException {
        if (heldBack.isEmpty()) {
            var first = queue.poll(1, TimeUnit.SECONDS);
            if (first == null) {
                return List.of();
            }
            heldBack.add(first);
        }
        drain();
        var batch = new ArrayList<Waiting>(MOST_TOGETHER);
        var marks = new HashSet<>();
        var later = new ArrayDeque<Waiting>();
        while (!heldBack.isEmpty() && batch.size() < MOST_TOGETHER) {
            var waiting = heldBack.poll();
            if (waiting.answer().isDone()) {
                continue; // told to come again: it must not happen behind the back of whoever asked
            }
            var fits = !isAlone(batch) && (batch.isEmpty() || !waiting.ask().mayBeSplit());
            if (fits && Collections.disjoint(marks, waiting.marks())) {
                batch.add(waiting);
            } else {
                later.add(waiting);
            }
            marks.addAll(waiting.marks());
        }
        later.descendingIterator().forEachRemaining(heldBack::addFirst);
        batch.removeIf(waiting -> waiting.answer().isDone());
        return batch;
    }

    private static boolean isAlone(List<Waiting> batch) {
        return !batch.isEmpty() && batch.getFirst().ask().mayBeSplit();
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

    private void decide(List<Waiting> batch) {
        var began = System.nanoTime();
        try {
            var outcomes = decideTogether(batch.stream().map(Waiting::ask).toList());
            pace.decided(batch.size(), System.nanoTime() - began);
            Thread.startVirtualThread(() -> answer(batch, outcomes));
        } catch (SQLException | RuntimeException failed) {
            decideApart(batch, failed);
        }
    }

    /** While the next batch is being decided. */
    private void answer(List<Waiting> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(outcomes.get(i));
        }
        availability.changed(taken(outcomes));
    }

    private static Set<SlotId> taken(List<Outcome> outcomes) {
        var windows = new HashSet<SlotId>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Granted(var ask)) {
                ask.seats().forEach(seat -> windows.add(seat.slot()));
            }
        }
        return windows;
    }

    private List<Outcome> decideTogether(List<Ask> asks) throws SQLException {
        var tried = asks;
        for (int time = 1; ; time++) {
            try {
                return line.decide(tried, clock.instant());
            } catch (SQLException failed) {
                if (!EngineLine.isWorthAnotherTry(failed) || time == DECIDED_AGAIN) {
                    throw failed;
                }
                tried = tried.stream().map(Ask::recoded).toList();
            }
        }
    }

    private void decideApart(List<Waiting> batch, Exception failed) {
        if (failed instanceof SQLException gone && EngineLine.isGone(gone)) {
            LOG.error("The database does not answer: {} bookings are told to come again", batch.size(), failed);
            batch.forEach(this::tellToComeAgain);
        } else if (failed instanceof SQLException slow && EngineLine.isHeldUp(slow)) {
            decideWithoutHeldUp(batch, slow);
        } else if (batch.size() == 1) {
            LOG.error("A booking could not be decided", failed);
            batch.getFirst().answer().completeExceptionally(failed);
        } else {
            LOG.warn("{} bookings could not be decided together and are split: {}", batch.size(), failed.toString());
            decide(batch.subList(0, batch.size() / 2));
            decide(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    /**
     * Whoever wants a window that somebody else holds on to comes again; the others do not wait for it any longer. If
     * nobody holds a window, it is an appointment that is to be moved.
     */
    private void decideWithoutHeldUp(List<Waiting> batch, SQLException failed) {
        LOG.warn("{} bookings wait for what somebody holds: {}", batch.size(), failed.toString());
        var windows = heldUp(batch);
        var theirs = batch.stream()
                .filter(waiting -> windows.isEmpty()
                        ? waiting.ask().moving()
                        : waiting.ask().windows().anyMatch(windows::contains))
                .toList();
        var others = new ArrayList<>(batch);
        others.removeAll(theirs);
        (theirs.isEmpty() ? others : theirs).forEach(this::tellToComeAgain);
        if (!theirs.isEmpty() && !others.isEmpty()) {
            decide(others);
        }
    }

    private Set<SlotId> heldUp(List<Waiting> batch) {
        try {
            return line.heldUp(batch.stream().map(Waiting::ask).toList());
        } catch (SQLException failed) {
            LOG.error("It could not be told which windows somebody holds", failed);
            return Set.of();
        }
    }

    private void tellToComeAgain(Waiting waiting) {
        waiting.answer().completeExceptionally(new BookingRefused.Busy(pace.untilDecided(queue.size())));
    }
}
