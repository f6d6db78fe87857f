package titian.allowance;

import java.time.Duration;

/**
 * How often something may be tried. A network stands for many people, a whole campus or a mobile operator's gateway,
 * so it may try more often than one account.
 */
public enum Limit {
    /** To one address or phone as it was typed, whether it has an account or not. */
    SIGN_INS_TO_ADDRESS(10, Duration.ofMinutes(15)),
    /** To one account, by whatever was typed. */
    SIGN_INS_TO_ACCOUNT(10, Duration.ofMinutes(15)),
    SIGN_INS_FROM_NETWORK(100, Duration.ofMinutes(15)),
    REGISTRATIONS_FROM_NETWORK(100, Duration.ofHours(1)),
    RECOVERIES_FROM_NETWORK(100, Duration.ofHours(1)),
    UPLOADS_OF_ACCOUNT(200, Duration.ofHours(1)),
    UPLOADS_FROM_NETWORK(2_000, Duration.ofHours(1)),
    /** A piece of work is good once. */
    TOLL(1, Toll.GOOD_FOR),
    CODES_TO_ADDRESS(5, Duration.ofHours(1)),
    CODES_TO_PHONE(5, Duration.ofHours(1)),
    TEXTS_FROM_NETWORK(60, Duration.ofHours(1)),
    CLAIMS_OF_ACCOUNT(5, Duration.ofDays(1)),
    QUESTIONS_OF_ACCOUNT(30, Duration.ofDays(1)),
    LOOK_UPS_OF_OFFICER(30, Duration.ofHours(1));

    private final int times;
    private final Duration window;

    Limit(int times, Duration window) {
        this.times = times;
        this.window = window;
    }

    public int times() {
        return times;
    }

    public Duration window() {
        return window;
    }
}
