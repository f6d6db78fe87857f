package titian.entry;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Says through Spring Security from when on it may be tried again. */
class TriedTooOften extends AuthenticationException {

    private final transient Instant until;

    TriedTooOften(Instant until) {
        super("tried too often, open again at " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
