package titian.capacity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.booking.OfferId;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.slot.SlotId;

/**
 * People who are to be moved from a window that its office no longer plans, and how far that has come.
 *
 * @param startsAt  when they were to come
 * @param proposed  the window kept for them, if an equal one was free when they were asked
 * @param keptUntil until when it is kept
 */
public record Relocation(
        UUID id,
        OfficeId office,
        PartyId party,
        SlotId slot,
        AccountId account,
        int people,
        Instant startsAt,
        State state,
        @Nullable SlotId proposed,
        @Nullable OfferId offer,
        @Nullable Instant keptUntil) {

    /** How far it has come. */
    public enum State {
        /** Noted; nobody has been asked yet. */
        WAITING,
        /** The people have been asked and have not chosen. Their appointment stands. */
        ASKED,
        MOVED,
        CANCELLED,
        /** The window has room for them after all. */
        STAYS,
        /** The visit is past, or they left by themselves. */
        OVER;

        /** Whether there is still something to choose. */
        public boolean isOpen() {
            return switch (this) {
                case WAITING, ASKED -> true;
                case MOVED, CANCELLED, STAYS, OVER -> false;
            };
        }
    }

    @Override
    public String toString() {
        return "relocation " + id + " " + state;
    }
}
