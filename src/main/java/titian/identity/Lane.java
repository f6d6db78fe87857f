package titian.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.registry.RegistryAnswer.Field;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * One number in the lane.
 *
 * @param outcome what the registry said last
 * @param office  where the applicant is expected, once that is certain
 */
record Lane(
        ApplicationId application,
        String outcome,
        Set<Field> differing,
        @Nullable OfficeId office,
        @Nullable Instant visitAt,
        Instant since,
        int tries,
        @Nullable Instant settledAt) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    private static final int DOUBLED_AT_MOST = 6;

    Lane {
        differing = Set.copyOf(differing);
    }

    /** How long to wait before the registry is asked once more: half an hour at first, a day at most. */
    static Duration pause(int tries) {
        var longer = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLED_AT_MOST));
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @Override
    public String toString() {
        return "lane of application " + application + " " + outcome;
    }
}
