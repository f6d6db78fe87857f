package titian.entry;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Account;
import titian.account.AccountRefused;
import titian.account.HolderDesk;
import titian.account.WayBack;
import titian.platform.Sessions;

/** Where a password is changed by whoever has shown the present one. */
@Service
class PasswordDesk {

    private final HolderDesk holders;
    private final List<WayBack> waysBack;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordDesk(
            HolderDesk holders,
            List<WayBack> waysBack,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holders = holders;
        this.waysBack = waysBack;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
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
        if (!holders.replacePassword(account, hash)) {
            throw new AccountRefused.WrongSignIn();
        }
        var now = clock.instant();
        waysBack.forEach(way -> way.close(account.id(), now));
        sessions.endOthers(account.id(), kept);
        events.publishEvent(new PasswordChanged(account.id()));
    }
}
