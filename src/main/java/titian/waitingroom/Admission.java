package titian.waitingroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;

/**
 * Leave to book at an office until a time, for one account and one release. As a token it is signed with the house's
 * key: no table need be asked whether it is true, and nobody can make or lend one.
 */
record Admission(ReleaseId release, AccountId account, Instant until) {

    private static final int LONGEST = 200;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** {@code <release>.<until>.<signature>}: the account is in the signature only. */
    String token(HouseKey key) {
        return release + "." + until.getEpochSecond() + "." + signature(key);
    }

    /** What the token says, if it was made here for this account and still counts. */
    static Optional<Admission> read(@Nullable String token, AccountId account, HouseKey key, Instant now) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = token.split("\\.", 4);
        return parts.length != 3
                ? Optional.empty()
                : parsed(parts[0], parts[1], account)
                        .filter(said -> same(parts[2], said.signature(key)))
                        .filter(said -> now.isBefore(said.until));
    }

    private static Optional<Admission> parsed(String release, String until, AccountId account) {
        try {
            return Optional.of(
                    new Admission(ReleaseId.of(release), account, Instant.ofEpochSecond(Long.parseLong(until))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private String signature(HouseKey key) {
        return BASE64.encodeToString(key.sign(release + " " + account + " " + until.getEpochSecond()));
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
