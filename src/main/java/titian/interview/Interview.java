package titian.interview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * A conversation at the counter.
 *
 * @param version how often its notes were saved: whoever typed over an older one is told
 * @param heldAt  when it was over; from then on its notes stand
 */
record Interview(
        ApplicationId application,
        AccountId officer,
        Notes notes,
        Drafts drafts,
        int version,
        Instant savedAt,
        @Nullable Instant heldAt) {

    boolean isHeld() {
        return heldAt != null;
    }

    @Override
    public String toString() {
        return "interview of application " + application;
    }
}
