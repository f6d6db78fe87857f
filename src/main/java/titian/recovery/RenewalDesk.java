package titian.recovery;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.AccountRefused;
import titian.account.HolderDesk;
import titian.allowance.Limits;
import titian.entry.PasswordChanged;
import titian.platform.Sessions;

/** Where a forgotten password is replaced. */
@Service
class RenewalDesk {

    private final HolderDesk holders;
    private final RecoveryDesk recovery;
    private final Limits limits;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    RenewalDesk(
            HolderDesk holders,
            RecoveryDesk recovery,
            Limits limits,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.holders = holders;
        this.recovery = recovery;
        this.limits = limits;
        this.sessions = sessions;
        this.events = events;
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
        holders.renewPassword(holder, hash);
        sessions.end(holder);
        holders.find(holder).ifPresent(account -> limits.forgetTries(account.id(), account.key(), account.phone()));
        events.publishEvent(new PasswordChanged(holder));
    }
}
