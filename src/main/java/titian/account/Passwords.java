package titian.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;

/**
 * Hashes passwords by Argon2id, a few at a time: each costs memory and CPU on purpose, and a crowd at the door must
 * leave enough of both for everyone inside.
 */
@Component
public class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HashCost cost;
    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns;
    private final Duration patience;
    private final Set<String> common = common();
    private final String nobodys;

    /** The usual cost is about 100 ms of one CPU core (docs/adr/0089). */
    @Autowired
    Passwords(
            @Value("${titian.password.kibibytes:47104}") int kibibytes,
            @Value("${titian.password.iterations:3}") int iterations,
            Environment environment) {
        this(
                safe(new HashCost(kibibytes, iterations), environment),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                PATIENCE);
    }

    Passwords(HashCost cost, int atOnce, Duration patience) {
        this.cost = cost;
        this.argon2 = cost.encoder();
        this.nobodys = argon2.encode(UUID.randomUUID().toString());
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    private static HashCost safe(HashCost cost, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        if (cost.filled() < HashCost.LEAST.filled() && !development) {
            throw new CannotStart(
                    "Passwords would be hashed too cheaply to be safe if the database were stolen.",
                    "Leave TITIAN_PASSWORD_KIBIBYTES and TITIAN_PASSWORD_ITERATIONS away, or set them to no less than "
                            + HashCost.LEAST.kibibytes() + " and " + HashCost.LEAST.iterations() + ".");
        }
        return cost;
    }

    /**
     * Makes the hash to keep.
     *
     * @throws AccountRefused.Busy if too many others wait
     */
    public String hash(String password) {
        return inTurn(() -> argon2.encode(plain(password)));
    }

    /** Whether the hash is this password's. Takes as long whether it is or not, and whether the hash is old or new. */
    public boolean match(String typed, String hash) {
        var password = typed.length() > LONGEST ? "" : plain(typed);
        return inTurn(() -> {
            var fits = argon2.matches(password, hash);
            HashCost.of(hash).lackingTo(cost).ifPresent(rest -> rest.encoder().encode(password));
            return fits;
        });
    }

    /** The hash of a password that fits, at today's cost; nothing if it has that, or if too many others wait. */
    public Optional<String> renewed(String password, String hash) {
        if (HashCost.of(hash).filled() >= cost.filled()) {
            return Optional.empty();
        }
        try {
            return Optional.of(hash(password));
        } catch (AccountRefused.Busy _) {
            return Optional.empty(); // there will be another sign-in
        }
    }

    /** A hash no password fits, for an address that has no account: finding that out must take as long. */
    public String nobodys() {
        return nobodys;
    }

    /** What is wrong with a new password, as a key of our texts. Length counts, and not being easy to guess. */
    public Optional<String> problem(String password, String email, String name) {
        var letters = plain(password);
        if (letters.isBlank()) {
            return Optional.of("account.password.empty");
        }
        if (letters.codePointCount(0, letters.length()) < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (password.length() > LONGEST || letters.length() > LONGEST) {
            return Optional.of("account.password.long");
        }
        return isEasy(letters.toLowerCase(Locale.ROOT), email, name)
                ? Optional.of("account.password.easy")
                : Optional.empty();
    }

    private boolean isEasy(String letters, String email, String name) {
        return common.contains(letters)
                || letters.chars().distinct().count() < 4
                || letters.equalsIgnoreCase(email)
                || letters.equalsIgnoreCase(name);
    }

    /** The same password typed on another keyboard may arrive as other characters; NFKC makes them one. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AccountRefused.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccountRefused.Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("account/common-passwords.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
