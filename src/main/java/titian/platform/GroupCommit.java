package titian.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import titian.platform.WaitingLine.Waiting;

/**
 * What waits while one batch is being decided makes up the next (docs/adr/0030, 0106). One batch is under way at a time,
 * unless so many wait that a second would be full: it is made ready while the first is carried out. A request that comes
 * alone goes at once. Every caller gets an answer of its own, and one request that cannot be decided never hurts another:
 * a batch that fails is split until the culprit stands alone.
 *
 * @param <A> what is asked
 * @param <O> what came of it
 */
public abstract class GroupCommit<A, O> implements SmartLifecycle {

    public static final int MOST_WAITING = 4_096;
    public static final int MOST_TOGETHER = 512;
    public static final int MOST_UNDER_WAY = 2;

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int DECIDED_AGAIN = 5;
    private static final int STOPS_LATE = 1_000;

    /** Says to a caller that nothing was decided. */
    private static final class NotDecided extends Exception {
        NotDecided() {
            super("not decided", null, false, false);
        }
    }

    private final WaitingLine<A, O> line = new WaitingLine<>(this::goesAlone);
    private final Pace pace = new Pace();
    private final String what;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    /** @param what one request is called in the log */
    protected GroupCommit(String what) {
        this.what = what;
    }

    /**
     * Decides all of these and carries them out, in one transaction: one outcome for each, in their order. Called by
     * {@link #MOST_UNDER_WAY} threads at most.
     */
    protected abstract List<O> decideTogether(List<A> asks) throws SQLException;

    /** What a caller is told who should ask again after so long. */
    protected abstract RuntimeException busy(Duration comeAgainIn);

    /** What no two requests that are being decided may share. */
    protected List<Object> marks(A ask) {
        return List.of();
    }

    /** Whether nothing else may be decided together with this. */
    protected boolean goesAlone(A ask) {
        return false;
    }

    /** The same request for another try, after somebody else was quicker. */
    protected A again(A ask) {
        return ask;
    }

    /** Those that wait for what somebody else holds; none if that cannot be told, and then it may be any of them. */
    protected Collection<A> heldUp(List<A> asks) {
        return List.of();
    }

    /** Called when these have been told, while the next are being decided. */
    protected void told(List<O> outcomes) {}

    /** Called by each thread that decided, when it has decided its last batch, or one went wrong altogether. */
    protected void ended() {}

    /**
     * Waits until the request is decided. If too many wait already, or no answer comes in time, {@link #busy} is thrown:
     * one may ask again.
     */
    public final O decide(A ask) {
        var waiting = new Waiting<A, O>(ask, marks(ask), new CompletableFuture<>());
        if (!running || !line.join(waiting)) {
            throw busy(pace.untilDecided(line.size()));
        }
        try {
            return waiting.answer().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            waiting.answer().cancel(false);
            throw busy(pace.untilDecided(line.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a " + what + " was under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotDecided) {
                throw busy(pace.untilDecided(line.size()));
            }
            throw new IllegalStateException("a " + what + " could not be decided", e.getCause());
        }
    }

    @Override
    public final void start() {
        running = true;
        for (int number = 1; number <= MOST_UNDER_WAY; number++) {
            workers.add(Thread.ofPlatform()
                    .daemon()
                    .name(what + "-engine-" + number)
                    .start(this::work));
        }
    }

    /** What waits is told to come again. */
    @Override
    public final void stop() {
        running = false;
        workers.forEach(Thread::interrupt);
        workers.clear();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** Stops after the doors are closed and the tasks have ended. */
    @Override
    public final int getPhase() {
        return DEFAULT_PHASE - 100 * STOPS_LATE;
    }

    private void work() {
        try {
            while (running) {
                workOn();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ended();
            line.leave().forEach(GroupCommit::tellToComeAgain);
        }
    }

    /** Whatever becomes of a batch, even by want of memory, the next is decided: nobody would start this thread anew. */
    private void workOn() throws InterruptedException {
        try {
            var batch = line.next();
            if (!batch.isEmpty()) {
                decideInLine(batch);
            }
        } catch (RuntimeException | Error failed) {
            LOG.error("Deciding a {} failed; the next are decided", what, failed);
        }
    }

    private void decideInLine(List<Waiting<A, O>> batch) {
        try {
            decideBatch(batch);
        } catch (RuntimeException | Error failed) {
            batch.forEach(GroupCommit::tellToComeAgain);
            ended();
            throw failed;
        } finally {
            line.decided(batch);
        }
    }

    private void decideBatch(List<Waiting<A, O>> batch) {
        var began = System.nanoTime();
        try {
            var outcomes = decideAgain(asks(batch));
            pace.decided(batch.size(), began);
            Thread.startVirtualThread(() -> answer(batch, outcomes));
        } catch (SQLException | RuntimeException failed) {
            decideApart(batch, failed);
        }
    }

    /** While the next batch is being decided. */
    private void answer(List<Waiting<A, O>> batch, List<O> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(outcomes.get(i));
        }
        told(outcomes);
    }

    private List<O> decideAgain(List<A> asks) throws SQLException {
        var tried = asks;
        for (int time = 1; ; time++) {
            try {
                return decideTogether(tried);
            } catch (SQLException | RuntimeException failed) {
                if (Failure.of(failed) != Failure.OUTRUN || time == DECIDED_AGAIN) {
                    throw failed;
                }
                tried = tried.stream().map(this::again).toList();
            }
        }
    }

    private void decideApart(List<Waiting<A, O>> batch, Exception failed) {
        switch (Failure.of(failed)) {
            case GONE -> {
                LOG.error("The database does not answer: {} of {} must come again", what, batch.size(), failed);
                batch.forEach(GroupCommit::tellToComeAgain);
            }
            case HELD_UP -> decideWithoutHeldUp(batch, failed);
            case OUTRUN, ITS_OWN -> split(batch, failed);
        }
    }

    private void split(List<Waiting<A, O>> batch, Exception failed) {
        if (batch.size() == 1) {
            LOG.error("A {} could not be decided", what, failed);
            batch.getFirst().answer().completeExceptionally(failed);
            return;
        }
        LOG.warn(
                "{} times a {} could not be decided together: they are split: {}",
                batch.size(),
                what,
                failed.toString());
        decideBatch(batch.subList(0, batch.size() / 2));
        decideBatch(batch.subList(batch.size() / 2, batch.size()));
    }

    /** Whoever wants what somebody else holds on to comes again; the others do not wait for it any longer. */
    private void decideWithoutHeldUp(List<Waiting<A, O>> batch, Exception failed) {
        LOG.warn("{} times a {} waits for what somebody holds: {}", batch.size(), what, failed.toString());
        var held = Collections.newSetFromMap(new IdentityHashMap<A, Boolean>());
        held.addAll(heldUp(asks(batch)));
        var theirs = batch.stream().filter(one -> held.contains(one.ask())).toList();
        var others = batch.stream().filter(one -> !held.contains(one.ask())).toList();
        (theirs.isEmpty() ? others : theirs).forEach(GroupCommit::tellToComeAgain);
        if (!theirs.isEmpty() && !others.isEmpty()) {
            decideBatch(others);
        }
    }

    private static <A> List<A> asks(List<? extends Waiting<A, ?>> batch) {
        var asks = new ArrayList<A>(batch.size());
        batch.forEach(waiting -> asks.add(waiting.ask()));
        return asks;
    }

    private static void tellToComeAgain(Waiting<?, ?> waiting) {
        waiting.answer().completeExceptionally(new NotDecided());
    }
}
