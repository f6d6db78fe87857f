package titian.entry;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Account;
import titian.account.EmailAddress;
import titian.account.HolderDesk;
import titian.account.PostDesk;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.shared.AccountId;
import titian.shared.SignedIn;

/**
 * The door for whoever proves in another way than by a password who they are, by a passkey for one. Attempts count as
 * those with a password do.
 */
@Service
public class EntryDesk {

    private final HolderDesk holders;
    private final PostDesk posts;
    private final Limits limits;
    private final Clock clock;

    EntryDesk(HolderDesk holders, PostDesk posts, Limits limits, Clock clock) {
        this.holders = holders;
        this.posts = posts;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @param network where it came from, an IP address
     * @throws TooManyAttempts if there were too many
     */
    @Transactional
    public void attempt(String network) {
        limits.take(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network), clock.instant());
    }

    /** The attempt was right, and no longer counts. */
    @Transactional
    public void succeeded(String network) {
        limits.giveBack(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network));
    }

    /** The applicant with this address, confirmed; nobody if it is an officer's or no address at all. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> applicant(String email) {
        return EmailAddress.read(email)
                .flatMap(holders::find)
                .filter(found -> found.isConfirmed() && found.office() == null)
                .map(Account::signedIn);
    }

    /** The applicant this account belongs to, if it is confirmed. Officers come in by another door. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> applicant(AccountId account) {
        return holders.find(account)
                .filter(found -> found.isConfirmed() && found.office() == null)
                .map(Account::signedIn);
    }

    /** The officer this account belongs to, if they serve now: for whoever has shown a second proof. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> officer(AccountId account) {
        return posts.serves(account)
                ? holders.find(account).filter(Account::isConfirmed).map(Account::signedIn)
                : Optional.empty();
    }

    /** The officer who has just chosen a password, and has a second proof still to show. */
    @Transactional(readOnly = true)
    public SignedIn byPassword(AccountId officer) {
        return holders.find(officer).map(Account::byPassword).orElseThrow();
    }
}
