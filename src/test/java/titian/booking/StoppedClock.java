package titian.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it. */
final class StoppedClock extends Clock {

    private final AtomicReference<Instant> now;

    StoppedClock(Instant at) {
        this.now = new AtomicReference<>(at.truncatedTo(ChronoUnit.MICROS));
    }

    void forward(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    void set(Instant at) {
        now.set(at);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones are for showing");
    }
}
