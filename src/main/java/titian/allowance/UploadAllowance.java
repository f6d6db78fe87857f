package titian.allowance;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/** How many files an account and a network may hand in: many more than papers are asked for, and not without end. */
@Service
public class UploadAllowance {

    private final Limits limits;
    private final Clock clock;

    UploadAllowance(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts one more file.
     *
     * @param network where it came from, an IP address
     * @throws TooManyAttempts if it is one too many
     */
    @Transactional
    public void take(AccountId account, String network) {
        var now = clock.instant();
        limits.take(Limit.UPLOADS_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.UPLOADS_OF_ACCOUNT, account.toString(), now);
    }
}
