package titian.allowance;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/**
 * How often an officer may look somebody up by a number: as many as come to a counter, whether anybody is found or not,
 * and nobody who tries numbers to learn who has an account.
 */
@Service
public class LookUpAllowance {

    private final Limits limits;
    private final Clock clock;

    LookUpAllowance(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @throws TooManyAttempts if it is one too many
     */
    @Transactional
    public void take(AccountId officer) {
        limits.take(Limit.LOOK_UPS_OF_OFFICER, officer.toString(), clock.instant());
    }
}
