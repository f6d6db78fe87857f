package titian.platform;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers that begin with the time (UUID version 7): rows of one day lie beside each other in an index. */
public final class TimeOrdered {

    private static final int VERSION = 0x7000;
    private static final long VARIANT = 1L << 63;

    private TimeOrdered() {}

    public static UUID next(Instant now) {
        var random = ThreadLocalRandom.current();
        var high = now.toEpochMilli() << 16 | VERSION | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }
}
