package titian.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Sessions;
import titian.registry.ClaimDesk;
import titian.shared.AccountId;

/**
 * Where it is changed by what an account is reached and opened. Whoever calls has seen that the new end is the holder's
 * and that the old one agrees; here both become true in the caller's transaction, with everything that hangs on it.
 */
@Service
public class ReachDesk {

    /**
     * By what an account is reached. It prints without giving its holder away.
     *
     * @param email empty if there is none
     * @param phone empty if there is none
     */
    public record Reach(String email, String phone, boolean phoneConfirmed) {

        @Override
        public String toString() {
            return "a reach";
        }
    }

    private final Accounts accounts;
    private final Reaches reaches;
    private final Codes codes;
    private final List<WayBack> waysBack;
    private final AddedWays added;
    private final Sessions sessions;
    private final ClaimDesk claims;
    private final Clock clock;

    ReachDesk(
            Accounts accounts,
            Reaches reaches,
            Codes codes,
            List<WayBack> waysBack,
            AddedWays added,
            Sessions sessions,
            ClaimDesk claims,
            Clock clock) {
        this.accounts = accounts;
        this.reaches = reaches;
        this.codes = codes;
        this.waysBack = waysBack;
        this.added = added;
        this.sessions = sessions;
        this.claims = claims;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Reach> reach(AccountId account) {
        return accounts.find(account).map(found -> {
            var contact = found.contact();
            return new Reach(contact.email(), contact.phone(), reaches.isPhoneConfirmed(account));
        });
    }

    /** Keeps others from changing the account until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(AccountId account) {
        accounts.lock(account);
    }

    @Transactional(readOnly = true)
    public boolean isFree(EmailAddress email) {
        return reaches.isFree(email);
    }

    /** Whether the phone may come to open this account: nobody else lives by it alone. */
    @Transactional(readOnly = true)
    public boolean isFree(Phone phone, AccountId by) {
        return !reaches.isNeeded(phone, by);
    }

    /**
     * Puts this address in the place of the one before, if any; codes on their way to that one count no longer.
     *
     * @param kept the session that goes on, if one does; all others end
     * @throws AccountRefused.AddressTaken if another account has it by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveEmail(AccountId account, EmailAddress to, @Nullable String kept) {
        var now = clock.instant();
        claims.forget(reaches.forgetUnconfirmed(to));
        if (!reaches.moveEmail(account, to)) {
            throw new AccountRefused.AddressTaken();
        }
        settle(account, kept, now);
    }

    /**
     * Puts this phone in the place of the one before; whoever had the number before it was given to somebody else opens
     * nothing by it any more.
     *
     * @param kept the session that goes on, if one does; all others end
     * @throws AccountRefused.AddressTaken if another account lives by it alone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void movePhone(AccountId account, Phone to, @Nullable String kept) {
        var now = clock.instant();
        reaches.release(to, account);
        if (!reaches.movePhone(account, to, now)) {
            throw new AccountRefused.AddressTaken();
        }
        settle(account, kept, now);
    }

    private void settle(AccountId account, @Nullable String kept, Instant now) {
        waysBack.forEach(way -> way.close(account, now));
        codes.replace(account, now);
        if (kept == null) {
            sessions.end(account);
        } else {
            sessions.endOthers(account, kept);
        }
    }

    /**
     * Shuts the account until its holder makes another password by a code: somebody knew the present one who should not.
     * Its sessions end, and nothing that was added opens it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shut(AccountId account, String unusable) {
        accounts.renewPassword(account, unusable);
        added.putAway(account);
        settle(account, null, clock.instant());
    }

    /** The account is given back to its holder: what was added to open it may be somebody else's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putAwayAdded(AccountId account) {
        added.putAway(account);
    }
}
