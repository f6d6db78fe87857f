package titian.slot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * A window of an office's day, and how many of its places are taken.
 *
 * @param opensAt before this moment nobody books; without one the window is open
 */
public record Slot(
        SlotId id,
        OfficeId office,
        ServiceLane lane,
        Channel channel,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant opensAt,
        int capacity,
        int taken) {

    public int free() {
        return capacity - taken;
    }

    /** Whether somebody may take a place now: one is left, the window is open and has not begun. */
    public boolean canBeTaken(Instant now) {
        return free() > 0 && startsAt.isAfter(now) && (opensAt == null || !opensAt.isAfter(now));
    }
}
