package titian.booking;

import java.time.Instant;
import titian.shared.OfficeId;

/** A window of an office's day, and how many of its places are taken. */
public record Slot(SlotId id, OfficeId office, Instant startsAt, Instant endsAt, int capacity, int taken) {

    public int free() {
        return capacity - taken;
    }
}
