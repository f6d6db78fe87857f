package titian.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;
import titian.shared.AccountId;

/**
 * Another address or phone for an account, as far as it has come. It prints without either.
 *
 * @param carrier what takes the code to a new phone
 * @param before  what it was, if it was shown to be the holder's
 * @param guard   the end that must agree and may stop it: an address, or a phone where there is no address
 * @param free    whether it is nobody else's; if it is, no digits fit
 * @param dueAt   when it becomes true by itself, if it waits for that
 */
public record Change(
        UUID id,
        AccountId account,
        Field field,
        Origin origin,
        @Nullable Carrier carrier,
        @Nullable String before,
        @Nullable String guard,
        String after,
        boolean free,
        State state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant dueAt,
        int tries) {

    static final Duration LIFE = Duration.ofMinutes(15);
    static final Duration WAIT = Duration.ofDays(3);

    /** How long an invitation from the counter counts, and how long it then waits. */
    static final Duration INVITED = Duration.ofDays(1);

    static final Duration WAIT_AFTER_COUNTER = Duration.ofDays(1);
    static final int TRIES = 5;

    /** What changes. */
    public enum Field {
        EMAIL,
        PHONE
    }

    /** Who asked for it. */
    public enum Origin {
        HOLDER,
        OFFICE
    }

    /** How far it has come. */
    public enum State {
        ASKED,
        WAITING,
        DONE,
        STOPPED,
        REPLACED,
        EXPIRED
    }

    boolean takesDigitsAt(Instant now) {
        return state == State.ASKED && now.isBefore(expiresAt);
    }

    boolean canBeStopped() {
        return state == State.ASKED || state == State.WAITING;
    }

    @Override
    public String toString() {
        return "change " + id;
    }
}
