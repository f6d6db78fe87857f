package titian.office;

import java.time.Duration;

/** How long a cancelled place rests before it comes back, at a moment nobody can foresee: so nobody hands it on. */
public record ReturnDelay(Duration least, Duration most) {

    public ReturnDelay {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("a delay is at least nothing, and at most no less");
        }
    }
}
