package titian.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Secret;
import titian.shared.AccountId;

/** Where it shows that one phone or one device stands behind many accounts: for auditors, who look at why. */
@Service
@Transactional
public class CrowdDesk {

    private static final Duration DEVICES_KEPT = Duration.ofDays(90);

    private final Crowds crowds;
    private final Secret secret;
    private final Clock clock;

    CrowdDesk(Crowds crowds, Secret secret, Clock clock) {
        this.crowds = crowds;
        this.secret = secret;
        this.clock = clock;
    }

    /** The account was used on the device with this number. */
    void note(String device, AccountId account) {
        crowds.note(secret.digest("device", device), account, clock.instant());
    }

    /** Crowds to which somebody came since then. */
    @Transactional(readOnly = true)
    public List<Crowd> since(Instant then, int atLeast) {
        return Stream.concat(crowds.phones(then, atLeast).stream(), crowds.devices(then, atLeast).stream())
                .toList();
    }

    /** Whom this account has its phone or a device in common with. */
    @Transactional(readOnly = true)
    public List<Crowd.Member> around(AccountId account) {
        return crowds.around(account);
    }

    /** Forgets devices that have not been seen for some time. */
    void tidy() {
        crowds.forgetBefore(clock.instant().minus(DEVICES_KEPT));
    }
}
