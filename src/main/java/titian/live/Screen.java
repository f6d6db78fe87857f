package titian.live;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One open screen that watches a topic. Ten changes are one reason to look again, so it keeps the newest it has not
 * been told of and no queue that could grow.
 */
final class Screen {

    private final String topic;
    private final AtomicLong newest = new AtomicLong();
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closed;

    Screen(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    void tell(long event) {
        newest.accumulateAndGet(event, Math::max);
        bell.release();
    }

    void close() {
        closed = true;
        bell.release();
    }

    boolean isClosed() {
        return closed;
    }

    /** Waits for news and gives the newest event; empty if there was none for so long. */
    OptionalLong news(Duration patience) throws InterruptedException {
        if (!bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return OptionalLong.empty();
        }
        bell.drainPermits();
        return closed ? OptionalLong.empty() : OptionalLong.of(newest.get());
    }
}
