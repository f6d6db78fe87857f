package titian.allowance;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/**
 * How often an account may ask whether the civil registry knows somebody: a family with all its slips of the pen, and
 * nobody who tries numbers, names and days of birth until one fits.
 */
@Service
public class RegistryAllowance {

    private final Limits limits;
    private final Clock clock;

    RegistryAllowance(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts one more question.
     *
     * @throws TooManyAttempts if it is one too many
     */
    @Transactional
    public void take(AccountId account) {
        limits.take(Limit.QUESTIONS_OF_ACCOUNT, account.toString(), clock.instant());
    }
}
