package titian.account;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Sessions;

/** Where a password is changed, or a forgotten one replaced. */
@Service
class PasswordDesk {

    private final Accounts accounts;
    private final RecoveryDesk recovery;
    private final Recoveries recoveries;
    private final Limits limits;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordDesk(
            Accounts accounts,
            RecoveryDesk recovery,
            Recoveries recoveries,
            Limits limits,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.recoveries = recoveries;
        this.limits = limits;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the account of a code this password and ends all its sessions: whoever sat in one may be why it was
     * forgotten.
     *
     * @param hash of the new password
     * @throws AccountRefused.CodeWrong with the number of tries left
     * @throws AccountRefused.CodeExpired if it is too old, or used
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    void renew(UUID code, String digits, String hash) {
        var holder = recovery.accept(code, Purpose.PASSWORD, digits);
        accounts.renewPassword(holder, hash);
        sessions.end(holder);
        accounts.find(holder).ifPresent(limits::forgetTries);
        events.publishEvent(new PasswordChanged(holder));
    }

    /**
     * Gives the account this password in place of the one that was just checked, and ends its other sessions.
     *
     * @param hash of the new password
     * @param kept the session that asks
     * @throws AccountRefused.WrongSignIn if the account has another password by now
     */
    @Transactional
    void change(Account account, String hash, String kept) {
        if (!accounts.replacePassword(account.id(), account.password(), hash)) {
            throw new AccountRefused.WrongSignIn();
        }
        recoveries.useAll(account.id(), clock.instant());
        sessions.endOthers(account.id(), kept);
        events.publishEvent(new PasswordChanged(account.id()));
    }
}
