package titian.allowance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Secret;

/**
 * Where it is decided whether the doors ask for work: only while the whole house counts so many failed sign-ins, codes
 * and registrations that robots must be at them (docs/adr/0093).
 */
@Service
class TollDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TollDesk.class);
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    /** What this node saw when it looked last: a figure that may be a moment old, and is looked up anew. */
    private record Look(Instant at, boolean crowded) {}

    private final Limits limits;
    private final Secret secret;
    private final Clock clock;
    private final long most;
    private volatile Look last = new Look(Instant.EPOCH, false);

    TollDesk(Limits limits, Secret secret, Clock clock, @Value("${titian.toll-after}") long most) {
        this.limits = limits;
        this.secret = secret;
        this.clock = clock;
        this.most = most;
    }

    boolean isAsked() {
        var now = clock.instant();
        var seen = last;
        if (now.isBefore(seen.at().plus(BETWEEN_LOOKS)) && !now.isBefore(seen.at())) {
            return seen.crowded();
        }
        return lookAgain();
    }

    boolean lookAgain() {
        var now = clock.instant();
        var tries = limits.triesSince(now.minus(LATELY));
        var look = new Look(now, tries >= most);
        if (look.crowded() != last.crowded()) {
            LOG.warn(
                    "The doors {} for work: {} tries within {}",
                    look.crowded() ? "ask" : "no longer ask",
                    tries,
                    LATELY);
        }
        last = look;
        return look.crowded();
    }

    String give(String network) {
        return Toll.give(secret, Limits.network(network), clock.instant());
    }

    /** Whether this is still to be paid with. */
    boolean isGood(String typed, String network) {
        return Toll.read(secret, typed, Limits.network(network), clock.instant())
                .isPresent();
    }

    /** Whether this will be good once they have waited. */
    boolean isWaiting(String typed, String network) {
        var now = clock.instant();
        return Toll.read(secret, typed, Limits.network(network), now)
                .filter(read -> !read.isEnough(now))
                .isPresent();
    }

    /** Takes the toll; false if it is none, or not enough, or was taken before. */
    @Transactional(noRollbackFor = TooManyAttempts.class)
    boolean take(String typed, String network) {
        var now = clock.instant();
        var toll = Toll.read(secret, typed, Limits.network(network), now).filter(read -> read.isEnough(now));
        if (toll.isEmpty()) {
            return false;
        }
        try {
            limits.take(Limit.TOLL, toll.get().piece(), now);
            return true;
        } catch (TooManyAttempts _) {
            return false;
        }
    }
}
