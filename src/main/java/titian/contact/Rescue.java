package titian.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/**
 * Somebody at the counter who cannot get into their account any more, and the officer who looked them up.
 *
 * @param change the change begun for them, if it has come to that
 */
record Rescue(
        UUID id,
        OfficeId office,
        AccountId officer,
        AccountId account,
        Instant openedAt,
        Instant expiresAt,
        @Nullable UUID change) {

    static final Duration LIFE = Duration.ofMinutes(30);

    /** Why an account is given back at the counter. */
    enum Reason {
        PHONE_LOST,
        EMAIL_LOST,
        BOTH_LOST,
        TAKEN_OVER
    }

    boolean isOpenAt(Instant now) {
        return change == null && now.isBefore(expiresAt);
    }
}
