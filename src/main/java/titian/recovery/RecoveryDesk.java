package titian.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.account.Account;
import titian.account.AccountRefused;
import titian.account.Code;
import titian.account.EmailAddress;
import titian.account.HolderDesk;
import titian.account.Phone;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.phone.Carrier;
import titian.shared.AccountId;

/**
 * Where a code is sent to whoever has no password at hand, and where its digits count. Whether an address has an account
 * shows neither in the answers nor in the time they take.
 */
@Service
public class RecoveryDesk {

    private static final Duration TRACES_KEPT = Duration.ofDays(1);

    private final HolderDesk holders;
    private final Recoveries recoveries;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecoveryDesk(
            HolderDesk holders, Recoveries recoveries, Limits limits, ApplicationEventPublisher events, Clock clock) {
        this.holders = holders;
        this.recoveries = recoveries;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends a code to the address if it has a confirmed account, and names what is waited for in any case.
     *
     * @param once    made when the form was shown, so that sending it twice is asking once
     * @param network where the form came from, an IP address
     * @throws TooManyAttempts if the network or the address asked too often
     */
    @Transactional
    UUID ask(Purpose purpose, UUID once, EmailAddress email, String network) {
        var now = clock.instant();
        limits.take(Limit.RECOVERIES_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.CODES_TO_ADDRESS, email.key(), now);
        return ask(purpose, recoveries.asked(purpose, once, email.key()), holders.find(email), null, now);
    }

    /**
     * Sends a code to the phone if it opens an account, and names what is waited for in any case.
     *
     * @throws TooManyAttempts if the network or the phone asked too often
     */
    @Transactional
    UUID ask(Purpose purpose, UUID once, Phone phone, Carrier carrier, String network) {
        var now = clock.instant();
        limits.take(Limit.RECOVERIES_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.TEXTS_FROM_NETWORK, Limits.network(network), now);
        limits.take(Limit.CODES_TO_PHONE, phone.value(), now);
        var holder = holders.find(phone);
        return ask(purpose, recoveries.asked(purpose, once, phone.value()), holder, carrier, now);
    }

    private UUID ask(Purpose purpose, UUID asked, Optional<Account> known, @Nullable Carrier carrier, Instant now) {
        var holder = known.filter(account -> account.isConfirmed() && mayUse(account, purpose))
                .map(Account::id);
        if (recoveries.add(asked, purpose, holder.orElse(null), now)) {
            events.publishEvent(
                    switch (purpose) {
                        case PASSWORD -> new PasswordForgotten(asked, carrier);
                        case SIGN_IN -> new SignInCodeAsked(asked, carrier);
                    });
        }
        return asked;
    }

    /** Reading an officer's letters is not enough to act for an office: their address is as good as unknown. */
    private static boolean mayUse(Account account, Purpose purpose) {
        return switch (purpose) {
            case PASSWORD -> true;
            case SIGN_IN -> account.office() == null;
        };
    }

    /** Whether digits may still be typed, which is to be known before a password is hashed. */
    @Transactional(readOnly = true)
    boolean isOpen(UUID code, Purpose purpose) {
        return recoveries
                .find(code)
                .filter(row -> row.countsFor(purpose, clock.instant()) && row.bearsAnotherTry())
                .isPresent();
    }

    /** The code on its way to an address that has an account, whatever it is for: for the letter that carries it. */
    @Transactional(readOnly = true)
    public Optional<Code> code(UUID code) {
        return recoveries
                .find(code)
                .filter(row -> row.countsFor(row.purpose(), clock.instant()))
                .flatMap(row -> Optional.ofNullable(row.account())
                        .map(account -> new Code(
                                row.id(), account, recoveries.digits(row.id()), row.askedAt(), row.expiresAt())));
    }

    /**
     * Says who the digits were sent to, and uses up every code of theirs. A wrong try must be remembered, which is why
     * this refusal does not undo it.
     *
     * @throws AccountRefused.CodeWrong with the number of tries left
     * @throws AccountRefused.CodeExpired if it is too old, or used
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    AccountId accept(UUID code, Purpose purpose, String digits) {
        var now = clock.instant();
        var asked = recoveries
                .lock(code)
                .filter(row -> row.countsFor(purpose, now))
                .orElseThrow(AccountRefused.CodeExpired::new);
        if (!asked.bearsAnotherTry()) {
            throw new AccountRefused.CodeWrong(0);
        }
        var holder = asked.account();
        if (!same(digits, recoveries.digits(code)) || holder == null) {
            recoveries.countTry(code);
            throw new AccountRefused.CodeWrong(Code.TRIES - asked.tries() - 1);
        }
        recoveries.close(holder, now);
        return holder;
    }

    /** Forgets the codes nobody can use any more. */
    @Transactional
    void tidy() {
        recoveries.forgetBefore(clock.instant().minus(TRACES_KEPT));
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
