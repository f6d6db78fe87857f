package titian.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.SignedIn;

/**
 * Where a sign-in begins and ends. In between the password is checked, outside of any transaction, because that takes
 * long on purpose.
 */
@Service
class SignInDesk {

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Limits limits;
    private final Clock clock;

    SignInDesk(Accounts accounts, AccountDesk desk, Limits limits, Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts the attempt and finds the account, if there is one.
     *
     * @param typed   the address as typed
     * @param network where the attempt came from, an IP address
     * @throws AccountRefused.TooManyAttempts if the address or the network tried too often
     */
    @Transactional
    Optional<Account> begin(String typed, String network) {
        var now = clock.instant();
        limits.take(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.SIGN_INS_TO_ACCOUNT, key(typed), now);
        return EmailAddress.read(typed).flatMap(accounts::find);
    }

    /**
     * The password was right: the attempts no longer count.
     *
     * @throws AccountRefused.NotConfirmed with the code that is waited for, if the address is not proven yet
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    SignedIn succeed(Account account, String network) {
        limits.giveBack(Limit.SIGN_INS_FROM_NETWORK, Limits.network(network));
        limits.forget(Limit.SIGN_INS_TO_ACCOUNT, account.email().key());
        if (!account.isConfirmed()) {
            throw new AccountRefused.NotConfirmed(desk.awaited(account.id()));
        }
        return account.byPassword();
    }

    /** What is no address at all is counted too, as it was typed. */
    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
