package titian.slot;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import titian.platform.TimeOrdered;

/** Names one window of an office's day that has places. */
public record SlotId(UUID value) implements Serializable {

    public static SlotId next() {
        return new SlotId(UUID.randomUUID());
    }

    /** The next one in order of time. */
    static SlotId next(Instant now) {
        return new SlotId(TimeOrdered.next(now));
    }

    public static SlotId of(String text) {
        return new SlotId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
