package titian.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Recoveries.Purpose;
import titian.shared.SignedIn;

/**
 * Where applicants sign in by a code instead of a password. An officer's address is as good as unknown here: reading
 * one's letters is not enough to act for an office.
 */
@Service
class SignInCodeDesk {

    private final Accounts accounts;
    private final Recoveries recoveries;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInCodeDesk(
            Accounts accounts, Recoveries recoveries, Limits limits, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.recoveries = recoveries;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends a code to the address if it is an applicant's, and names what is waited for in any case.
     *
     * @throws AccountRefused.TooManyAttempts if the network or the address asked too often
     */
    @Transactional
    UUID ask(UUID once, EmailAddress email, String network) {
        var now = clock.instant();
        limits.take(Limit.RECOVERIES_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.CODES_TO_ADDRESS, email.key(), now);
        var holder = accounts.find(email)
                .filter(account -> account.isConfirmed() && account.office() == null)
                .map(Account::id);
        var asked = recoveries.asked(Purpose.SIGN_IN, once, email);
        if (recoveries.add(asked, Purpose.SIGN_IN, holder.orElse(null), now)) {
            events.publishEvent(new SignInCodeAsked(asked));
        }
        return asked;
    }

    /**
     * Says who the digits were sent to. A wrong try must be remembered, which is why this refusal does not undo it.
     *
     * @throws AccountRefused.CodeWrong with the number of tries left
     * @throws AccountRefused.CodeExpired if it is too old, or used
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    SignedIn enter(UUID code, String digits) {
        var now = clock.instant();
        var asked = recoveries
                .lock(code)
                .filter(row -> row.countsFor(Purpose.SIGN_IN, now))
                .orElseThrow(AccountRefused.CodeExpired::new);
        if (!asked.bearsAnotherTry()) {
            throw new AccountRefused.CodeWrong(0);
        }
        var holder = asked.account();
        if (!same(digits, recoveries.digits(code)) || holder == null) {
            recoveries.countTry(code);
            throw new AccountRefused.CodeWrong(Code.TRIES - asked.tries() - 1);
        }
        recoveries.useAll(holder, now);
        return accounts.find(holder)
                .filter(account -> account.office() == null)
                .orElseThrow(AccountRefused.CodeExpired::new)
                .signedIn();
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
