package titian.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.phone.Carrier;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Where accounts are made and confirmed, and officers appointed. */
@Service
public class AccountDesk {

    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);
    private static final Duration TRACES_KEPT = Duration.ofDays(1);

    private final Accounts accounts;
    private final Registrations registrations;
    private final Codes codes;
    private final Limits limits;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccountDesk(
            Accounts accounts,
            Registrations registrations,
            Codes codes,
            Limits limits,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.codes = codes;
        this.limits = limits;
        this.passwords = passwords;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Registers a person, whose address is to be confirmed by the code named here. For an address that has an account
     * everything looks the same, but no digits fit and the letter says so.
     *
     * <p>The password is hashed before the transaction begins: that takes long, and a connection is dear. The network is
     * counted before that, or it could keep the turns of hashing for itself.
     *
     * @param network where the form came from, an IP address
     * @throws titian.allowance.TooManyAttempts if the network or the address asked too often
     * @throws AccountRefused.Busy if too many others are at it
     */
    public UUID register(Registration asked, String network) {
        transactions.executeWithoutResult(
                _ -> limits.take(Limit.REGISTRATIONS_FROM_NETWORK, Limits.network(network), clock.instant()));
        var hash = passwords.hash(asked.password());
        return Objects.requireNonNull(transactions.execute(_ -> write(asked, hash, network)));
    }

    private UUID write(Registration asked, String hash, String network) {
        var now = clock.instant();
        if (asked.carrier() != null) {
            limits.take(Limit.TEXTS_FROM_NETWORK, Limits.network(network), now);
        }
        var registered = registrations.write(asked, hash, now);
        var account = registered.orElseGet(() -> registrations.known(asked));
        var registration = codes.registration(asked);
        return codes.latest(account)
                .filter(latest -> latest.registration().equals(registration))
                .map(Codes.Row::id)
                .orElseGet(() -> ask(
                        new Wanted(account, asked.key(), registration, asked.carrier(), registered.isPresent()), now));
    }

    /**
     * Asks for another code in place of this one.
     *
     * @throws AccountRefused.CodeTooSoon if the last was sent a moment ago
     * @throws AccountRefused.CodeExpired if someone registered the address anew
     * @throws titian.allowance.TooManyAttempts if the address was sent too many
     */
    @Transactional
    public UUID askAgain(UUID code) {
        var now = clock.instant();
        var known = codes.find(code).orElseThrow(AccountRefused.CodeExpired::new);
        accounts.lock(known.account());
        var latest = codes.latest(known.account()).orElseThrow(AccountRefused.CodeExpired::new);
        if (!latest.registration().equals(known.registration())) {
            throw new AccountRefused.CodeExpired();
        }
        if (now.isBefore(latest.askedAt().plus(Code.PAUSE))) {
            throw new AccountRefused.CodeTooSoon(latest.askedAt().plus(Code.PAUSE));
        }
        var account = accounts.find(known.account()).orElseThrow();
        return ask(
                new Wanted(
                        account.id(),
                        known.carrier() == null ? account.key() : account.phone(),
                        known.registration(),
                        known.carrier(),
                        !account.isConfirmed()),
                now);
    }

    /** A code to be sent: for which account and registration, and to where. */
    private record Wanted(
            AccountId account,
            String end,
            UUID registration,
            @Nullable Carrier carrier,
            boolean confirms) {}

    private UUID ask(Wanted wanted, Instant now) {
        limits.take(wanted.carrier() == null ? Limit.CODES_TO_ADDRESS : Limit.CODES_TO_PHONE, wanted.end(), now);
        var code = UUID.randomUUID();
        codes.add(code, wanted.account(), wanted.registration(), wanted.confirms(), wanted.carrier(), now);
        events.publishEvent(
                wanted.confirms()
                        ? new CodeAsked(wanted.account(), code, wanted.carrier())
                        : new RegistrationRepeated(wanted.account(), code, wanted.carrier()));
        return code;
    }

    /** A code that still counts, for the letter that carries it and the page that waits for it. */
    @Transactional(readOnly = true)
    public Optional<Code> code(UUID code) {
        return codes.find(code)
                .filter(row -> row.countsAt(clock.instant()))
                .map(row -> new Code(row.id(), row.account(), codes.digits(row.id()), row.askedAt(), row.expiresAt()));
    }

    /**
     * Confirms an address by the digits sent to it, and says who that is. Giving the same right digits twice is
     * harmless. A wrong try must be remembered, which is why this refusal does not undo it.
     *
     * @throws AccountRefused.CodeWrong with the number of tries left
     * @throws AccountRefused.CodeExpired if it is too old, or replaced
     */
    @Transactional(noRollbackFor = AccountRefused.class)
    public SignedIn confirm(UUID code, String digits) {
        var now = clock.instant();
        var asked = codes.lock(code).filter(row -> row.countsAt(now)).orElseThrow(AccountRefused.CodeExpired::new);
        if (asked.tries() >= Code.TRIES) {
            throw new AccountRefused.CodeWrong(0);
        }
        if (!asked.confirms() || !same(digits, codes.digits(code))) {
            codes.countTry(code);
            throw new AccountRefused.CodeWrong(Code.TRIES - asked.tries() - 1);
        }
        codes.use(code, now);
        registrations.confirm(asked.account(), asked.carrier() != null, now);
        return accounts.find(asked.account()).orElseThrow().signedIn();
    }

    /**
     * Makes someone an officer of an office, or changes which roles they have there. Appointing again with the same
     * words changes nothing.
     *
     * @throws AccountRefused.AddressTaken if an applicant has this address
     */
    public AccountId appoint(String email, String name, String password, OfficeId office, Set<Role> roles) {
        return appoint(email, name, password, office, roles, _ -> {});
    }

    /**
     * Makes someone an officer together with what else must be true then.
     *
     * @param together done in the same transaction, before the post is given; if it refuses, nothing happens
     * @throws AccountRefused.AddressTaken if an applicant has this address
     * @throws AccountRefused.Busy         if too many others wait for a password to be hashed
     */
    public AccountId appoint(
            String email,
            String name,
            String password,
            OfficeId office,
            Set<Role> roles,
            Consumer<AccountId> together) {
        if (roles.isEmpty() || !roles.stream().allMatch(Role::isOfficers)) {
            throw new IllegalArgumentException("an officer has an officer's roles, at least one: " + roles);
        }
        var address = EmailAddress.of(email);
        var hash = passwords.hash(password);
        return Objects.requireNonNull(transactions.execute(_ -> {
            var now = clock.instant();
            var officer = accounts.appoint(address, name, hash, now).orElseThrow(AccountRefused.AddressTaken::new);
            together.accept(officer);
            accounts.post(officer, office, roles);
            codes.replace(officer, now);
            return officer;
        }));
    }

    /** What is wrong with a new password, as a key of our texts. */
    public Optional<String> passwordProblem(String password, String email, String name) {
        return passwords.problem(password, email, name);
    }

    /** How to reach an account holder. */
    @Transactional(readOnly = true)
    public Optional<Contact> contact(AccountId account) {
        return accounts.find(account).map(Account::contact);
    }

    /** From now on this account is written to in that language. */
    @Transactional
    public void speak(AccountId account, Locale language) {
        accounts.speak(account, language);
    }

    /** What somebody agreed to when registering, and when. */
    public record Agreed(String version, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Agreed> agreed(AccountId account) {
        return accounts.agreed(account);
    }

    /** The account bears this name from now on. */
    @Transactional
    public void rename(AccountId account, String name) {
        accounts.rename(account, name);
    }

    /** Forgets what is no longer needed: registrations nobody confirmed and old codes. */
    @Transactional
    void tidy() {
        var now = clock.instant();
        registrations.forgetUnconfirmed(now.minus(UNCONFIRMED_KEPT));
        codes.forgetBefore(now.minus(TRACES_KEPT));
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
