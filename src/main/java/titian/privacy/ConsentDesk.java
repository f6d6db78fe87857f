package titian.privacy;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountDesk;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where people agree and take back what they agreed to, and other modules ask whether they did. */
@Service
public class ConsentDesk {

    private final Consents consents;
    private final AccountDesk accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentDesk(Consents consents, AccountDesk accounts, ApplicationEventPublisher events, Clock clock) {
        this.consents = consents;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Whether somebody agrees to this as it reads now. */
    public boolean isGiven(AccountId account, ConsentPurpose purpose) {
        return history(account).stream()
                .anyMatch(consent -> consent.purpose() == purpose
                        && consent.isInForce()
                        && consent.version().equals(purpose.version()));
    }

    /** All that was agreed to, the latest first; what was agreed when registering is the oldest. */
    List<Consent> history(AccountId account) {
        return Stream.concat(
                        consents.of(account).stream(),
                        accounts.agreed(account).stream()
                                .map(agreed -> new Consent(ConsentPurpose.NOTICE, agreed.version(), agreed.at(), null)))
                .toList();
    }

    /** The second time nothing happens. */
    @Transactional
    public void give(AccountId account, ConsentPurpose purpose) {
        if (!isGiven(account, purpose) && consents.give(account, purpose, clock.instant())) {
            events.publishEvent(
                    Act.of("CONSENT_GIVEN", "account", account).from("", purpose.name() + " " + purpose.version()));
        }
    }

    /**
     * Takes it back, from now on. The second time nothing happens.
     *
     * @throws IllegalArgumentException if it is none that can be taken back
     */
    @Transactional
    public void withdraw(AccountId account, ConsentPurpose purpose) {
        if (!purpose.isWithdrawable()) {
            throw new IllegalArgumentException(purpose + " is not withdrawn; an account is erased");
        }
        if (consents.withdraw(account, purpose, clock.instant())) {
            events.publishEvent(Act.of("CONSENT_WITHDRAWN", "account", account).from(purpose.name(), ""));
        }
    }
}
