package titian.account;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.registry.ClaimDesk;
import titian.registry.RegistryDesk.Person;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where account holders correct who they are; the registry is asked anew, a few times a day at most. */
@Service
class IdentityDesk {

    private final ClaimDesk claims;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityDesk(ClaimDesk claims, Limits limits, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Claims to be this person, and has the registry asked.
     *
     * @throws TooManyAttempts if it was corrected too often: the registry is not there for guessing
     */
    @Transactional
    void correct(AccountId account, Person person) {
        limits.take(Limit.CLAIMS_OF_ACCOUNT, account.toString(), clock.instant());
        claims.claim(account, person);
        claims.haveChecked(account);
        events.publishEvent(Act.of("IDENTITY_CLAIMED", "account", account));
    }
}
