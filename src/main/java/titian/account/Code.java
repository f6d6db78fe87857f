package titian.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import titian.shared.AccountId;

/**
 * Six digits sent by letter, which show that whoever types them reads that address. They live for a quarter of an
 * hour and bear five tries. It prints without its digits.
 */
public record Code(UUID id, AccountId account, String digits, Instant askedAt, Instant expiresAt) {

    /** So long digits are good. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    static final Duration PAUSE = Duration.ofMinutes(1);
    /** So often digits may be typed. */
    public static final int TRIES = 5;

    /** When another one may be asked for. */
    public Instant againAt() {
        return askedAt.plus(PAUSE);
    }

    @Override
    public String toString() {
        return "code " + id;
    }
}
