package titian.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody agreed to something, in a version of its words. */
record Consent(
        ConsentPurpose purpose,
        String version,
        Instant agreedAt,
        @Nullable Instant withdrawnAt) {

    boolean isInForce() {
        return withdrawnAt == null;
    }
}
