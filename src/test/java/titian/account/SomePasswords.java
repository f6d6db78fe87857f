package titian.account;

import java.time.Duration;

/** Passwords as they were hashed once, and a place where no turn to be hashed ever comes. */
public final class SomePasswords {

    private SomePasswords() {}

    /** Its hash from cheaper days. */
    public static String cheaper(String password) {
        return new HashCost(64, 1).encoder().encode(password);
    }

    public static Passwords crowded() {
        return new Passwords(HashCost.LEAST, 0, Duration.ZERO);
    }
}
