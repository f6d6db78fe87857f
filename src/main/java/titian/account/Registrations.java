package titian.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.registry.ClaimDesk;
import titian.shared.AccountId;

/** Writes down who registers, and who they say they are; an account somebody has confirmed is left as it is. */
@Component
class Registrations {

    private final Accounts accounts;
    private final Reaches reaches;
    private final ClaimDesk claims;

    Registrations(Accounts accounts, Reaches reaches, ClaimDesk claims) {
        this.accounts = accounts;
        this.reaches = reaches;
        this.claims = claims;
    }

    /** The account, if the address or the phone is nobody's yet. */
    Optional<AccountId> write(Registration asked, String hash, Instant now) {
        var email = asked.email();
        var written = email == null ? reaches.register(asked, hash, now) : accounts.register(asked, email, hash, now);
        written.ifPresent(account -> claims.claim(account, asked.person()));
        return written;
    }

    /** Whose the address or the phone is. */
    AccountId known(Registration asked) {
        var email = asked.email();
        return email == null
                ? reaches.opened(asked.phone()).orElseThrow()
                : accounts.find(email).orElseThrow().id();
    }

    /** Somebody showed that the address is theirs, or the phone the code went to. */
    void confirm(AccountId account, boolean byPhone, Instant now) {
        if (byPhone) {
            reaches.confirmPhone(account, now);
        }
        accounts.confirm(account, now);
        claims.haveChecked(account);
    }

    void forgetUnconfirmed(Instant registeredBefore) {
        claims.forget(accounts.forgetUnconfirmed(registeredBefore));
    }
}
