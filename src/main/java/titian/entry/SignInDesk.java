package titian.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Account;
import titian.account.AccountRefused;
import titian.account.EmailAddress;
import titian.account.HolderDesk;
import titian.account.Phone;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.allowance.TooManyAttempts;
import titian.shared.SignedIn;

/**
 * Where a sign-in begins and ends. In between the password is checked, outside of any transaction, because that takes
 * long on purpose.
 */
@Service
class SignInDesk {

    private final HolderDesk holders;
    private final Limits limits;
    private final Clock clock;

    SignInDesk(HolderDesk holders, Limits limits, Clock clock) {
        this.holders = holders;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts the attempt and finds the account, if there is one that may still be tried. That one was tried too often by
     * its address and its phone together is not told: it would say that both are one person's. One that nobody confirmed is
     * none here, or whoever registered somebody else's address would learn at this door whether it had an account.
     *
     * @param typed   the address as typed, or the phone
     * @param network where the attempt came from, an IP address
     * @throws TooManyAttempts if the address or the network tried too often
     */
    @Transactional
    Optional<Account> begin(String typed, String network) {
        var now = clock.instant();
        limits.take(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.SIGN_INS_TO_ADDRESS, key(typed), now);
        var found = EmailAddress.read(typed).flatMap(holders::find).or(() -> byPhone(typed));
        var whom = found.map(account -> account.id().toString()).orElseGet(() -> key(typed));
        return mayTry(whom, now) ? found.filter(Account::isConfirmed) : Optional.empty();
    }

    private boolean mayTry(String whom, Instant now) {
        try {
            limits.take(Limit.SIGN_INS_TO_ACCOUNT, whom, now);
            return true;
        } catch (TooManyAttempts _) {
            return false;
        }
    }

    private Optional<Account> byPhone(String typed) {
        return Phone.parse(typed).flatMap(holders::find);
    }

    /**
     * Counts an attempt of somebody signed in to show that it is still them.
     *
     * @throws TooManyAttempts if the account or the network tried too often
     */
    @Transactional
    void count(Account account, String network) {
        var now = clock.instant();
        limits.take(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.SIGN_INS_TO_ACCOUNT, account.id().toString(), now);
    }

    /**
     * The password was right: the attempts no longer count. Checking it takes a while; one that was replaced meanwhile is no
     * longer right, for every session of its account has been ended.
     *
     * @throws AccountRefused.WrongSignIn if the account has another password by now
     */
    @Transactional
    SignedIn succeed(Account account, String network) {
        if (!holders.hasPassword(account)) {
            throw new AccountRefused.WrongSignIn();
        }
        limits.giveBack(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network));
        limits.forgetTries(account.id(), account.key(), account.phone());
        return account.byPassword();
    }

    /** The same password, hashed at a higher cost; not if another was set meanwhile. */
    @Transactional
    void rehash(Account account, String hash) {
        holders.replacePassword(account, hash);
    }

    /** What is no address at all is counted too, as it was typed. */
    private static String key(String typed) {
        return Phone.parse(typed)
                .map(Phone::value)
                .orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
    }
}
