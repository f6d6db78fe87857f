package titian.booking;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** What somebody does while the test goes on. */
public final class Meanwhile<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FutureTask<T> task;
    private final Thread thread;

    private Meanwhile(Callable<T> what) {
        task = new FutureTask<>(what);
        thread = Thread.startVirtualThread(task);
    }

    public static <T> Meanwhile<T> begin(Callable<T> what) {
        return new Meanwhile<>(what);
    }

    public static Meanwhile<Void> run(Runnable what) {
        return new Meanwhile<>(() -> {
            what.run();
            return null;
        });
    }

    /** Until each of them has asked the engine and waits for its answer. */
    static void untilAllWait(Collection<? extends Meanwhile<?>> all) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> all.stream().allMatch(Meanwhile::waits));
    }

    /** What came of it; a failure is passed on as it is. */
    public T ends() {
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean waits() {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }
}
