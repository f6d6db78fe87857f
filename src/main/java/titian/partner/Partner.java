package titian.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.OfficeId;

/**
 * An institution that has places at one office for the people it sends.
 *
 * @param id      as whoever acts for it is bound to it, in place of an office
 * @param office  the one that has an agreement with it
 * @param endedAt when the agreement was ended
 */
public record Partner(
        OfficeId id,
        OfficeId office,
        String name,
        Instant since,
        @Nullable Instant endedAt) {

    private static final String SIGN = "mitra-";
    private static final int DIGITS = 12;

    /** A name no office has, and no other partner. */
    static OfficeId next() {
        return new OfficeId(SIGN + UUID.randomUUID().toString().replace("-", "").substring(0, DIGITS));
    }

    /** Whether a place is a partner, and no office, region or centre. */
    public static boolean isOne(OfficeId place) {
        return place.value().startsWith(SIGN);
    }

    public boolean isLive() {
        return endedAt == null;
    }
}
