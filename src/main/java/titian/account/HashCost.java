package titian.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What hashing a password by Argon2id costs: so much memory, filled so often. */
record HashCost(int kibibytes, int iterations) {

    /** What OWASP advises at least. */
    static final HashCost LEAST = new HashCost(19 * 1024, 2);

    private static final Pattern WRITTEN = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=1\\$.*");
    private static final int SMALLEST_MEMORY = 8;

    /** The cost at which this hash was made. */
    static HashCost of(String hash) {
        var written = WRITTEN.matcher(hash);
        if (!written.matches()) {
            throw new IllegalStateException("a password is hashed in a way unknown here");
        }
        return new HashCost(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    /** The memory filled in all, which is what the time goes by. */
    long filled() {
        return (long) kibibytes * iterations;
    }

    /** What is to be paid on top, so that a hash at this cost takes as long to check as one at that. */
    Optional<HashCost> lackingTo(HashCost whole) {
        var memory = (int) ((whole.filled() - filled()) / whole.iterations);
        return memory < SMALLEST_MEMORY ? Optional.empty() : Optional.of(new HashCost(memory, whole.iterations));
    }

    Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(16, 32, 1, kibibytes, iterations);
    }
}
