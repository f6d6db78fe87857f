package titian.allowance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.shared.AccountId;

/** Many more files than papers are asked for, and not without end: by account and by network. */
@TitianTest
class UploadAllowanceTest {

    @Autowired
    Limits limits;

    @Autowired
    UploadAllowance allowance;

    @Autowired
    Clock clock;

    private final AccountId account = AccountId.next();
    private final String network = SignedInPeople.network();

    @Test
    void anAccountHandsInTwoHundredFilesAnHourFromWhereverItIs() {
        for (int i = 0; i < Limit.UPLOADS_OF_ACCOUNT.times(); i++) {
            allowance.take(account, SignedInPeople.network());
        }
        assertThatThrownBy(() -> allowance.take(account, network)).isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> allowance.take(AccountId.next(), network)).doesNotThrowAnyException();
        var later = new UploadAllowance(limits, Clock.offset(clock, Duration.ofHours(1)));
        assertThatCode(() -> later.take(account, network)).doesNotThrowAnyException();
    }

    @Test
    void aNetworkHandsInTwoThousandWhoeverIsThere() {
        for (int i = 0; i < Limit.UPLOADS_FROM_NETWORK.times(); i++) {
            limits.take(Limit.UPLOADS_FROM_NETWORK, Limits.network(network), clock.instant());
        }
        assertThatThrownBy(() -> allowance.take(AccountId.next(), network)).isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> allowance.take(AccountId.next(), SignedInPeople.network()))
                .doesNotThrowAnyException();
    }
}
