package titian.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Recoveries.Purpose;
import titian.platform.Sessions;
import titian.shared.AccountId;

/**
 * Where a password is changed, or a forgotten one replaced. Whether an address has an account shows neither in the answers nor
 * in the time they take.
 */
@Service
public class PasswordDesk {

    private static final Duration TRACES_KEPT = Duration.ofDays(1);

    private final Accounts accounts;
    private final Recoveries recoveries;
    private final Limits limits;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordDesk(
            Accounts accounts,
            Recoveries recoveries,
            Limits limits,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.recoveries = recoveries;
        this.limits = limits;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends a code to the address if it has a confirmed account, and names what is waited for in any case.
     *
     * @param once    made when the form was shown, so that sending it twice is asking once
     * @param network where the form came from, an IP address
     * @throws AccountRefused.TooManyAttempts if the network or the address asked too often
     */
    @Transactional
    public UUID forgotten(UUID once, EmailAddress email, String network) {
        var now = clock.instant();
        limits.take(Limit.RECOVERIES_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.CODES_TO_ADDRESS, email.key(), now);
        var holder = accounts.find(email).filter(Account::isConfirmed).map(Account::id);
        var recovery = recoveries.asked(Purpose.PASSWORD, once, email);
        if (recoveries.add(recovery, Purpose.PASSWORD, holder.orElse(null), now)) {
            events.publishEvent(new PasswordForgotten(recovery));
        }
        return recovery;
    }

    /** Whether digits may still be typed, which is to be known before a password is hashed. */
    @Transactional(readOnly = true)
    boolean isOpen(UUID recovery) {
        return recoveries
                .find(recovery)
                .filter(row -> row.countsFor(Purpose.PASSWORD, clock.instant()) && row.bearsAnotherTry())
                .isPresent();
    }

    /** The code on its way to an address that has an account, whatever it is for: for the letter that carries it. */
    @Transactional(readOnly = true)
    public Optional<Code> code(UUID recovery) {
        return recoveries
                .find(recovery)
                .filter(row -> row.countsFor(row.purpose(), clock.instant()))
                .flatMap(row -> Optional.ofNullable(row.account())
                        .map(account -> new Code(
                                row.id(), account, recoveries.digits(row.id()), row.askedAt(), row.expiresAt())));
    }

    /**
     * Gives the account this password and ends all its sessions: whoever sat in one may be why it was forgotten. A
     * wrong try must be remembered, which is why this refusal does not undo it.
     *
     * @param hash of the new password
     * @throws AccountRefused.CodeWrong with the number of tries left
     * @throws AccountRefused.CodeExpired if it is too old, or used
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    public void renew(UUID recovery, String digits, String hash) {
        var now = clock.instant();
        var asked = recoveries
                .lock(recovery)
                .filter(row -> row.countsFor(Purpose.PASSWORD, now))
                .orElseThrow(AccountRefused.CodeExpired::new);
        if (!asked.bearsAnotherTry()) {
            throw new AccountRefused.CodeWrong(0);
        }
        var right = same(digits, recoveries.digits(recovery));
        if (!right || asked.account() == null) {
            recoveries.countTry(recovery);
            throw new AccountRefused.CodeWrong(Code.TRIES - asked.tries() - 1);
        }
        replace(Objects.requireNonNull(asked.account()), hash);
    }

    private void replace(AccountId holder, String hash) {
        recoveries.useAll(holder, clock.instant());
        accounts.renewPassword(holder, hash);
        sessions.end(holder);
        accounts.find(holder)
                .ifPresent(account ->
                        limits.forget(Limit.SIGN_INS_TO_ACCOUNT, account.email().key()));
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

    /** Forgets the ways back nobody can take any more. */
    @Transactional
    void tidy() {
        recoveries.forgetBefore(clock.instant().minus(TRACES_KEPT));
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
