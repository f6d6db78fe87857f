package titian.account;

import java.time.Instant;
import titian.shared.AccountId;

/**
 * Many accounts that have something in common. There may be a good reason, a family or a help desk for one.
 *
 * @param first the oldest of those accounts
 * @param count how many they are
 */
public record Crowd(Bond bond, AccountId first, long count) {

    /** What they have in common. */
    public enum Bond {
        PHONE,
        DEVICE
    }

    /** One of them, and since when it belongs to them. */
    public record Member(Bond bond, AccountId account, Instant since) {}
}
