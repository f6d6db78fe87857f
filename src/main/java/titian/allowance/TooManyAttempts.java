package titian.allowance;

import java.time.Instant;

/** Tried too often; from then on it may be tried again. It names nobody. */
public final class TooManyAttempts extends RuntimeException {

    private final transient Instant until;

    TooManyAttempts(Instant until) {
        super("tried too often, open again at " + until, null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
