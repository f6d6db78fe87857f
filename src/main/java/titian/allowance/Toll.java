package titian.allowance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import titian.platform.Secret;

/**
 * A small piece of work that a browser does by itself while somebody fills in a form: a second for one person, too dear
 * for a million forms. Who has no script waits instead. It is good for one form, from the network it was given to, and
 * is known by its own seal; nothing is kept but that it was used.
 *
 * @param paid the number found, or nothing if none was looked for
 */
record Toll(Instant givenAt, String piece, Optional<String> paid) {

    /** So many binary noughts begin the digest of the piece with the right number. */
    static final int NOUGHTS = 15;

    static final Duration WAIT = Duration.ofSeconds(20);
    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private static final Pattern FORM =
            Pattern.compile("(([0-9]{1,12})-[0-9a-f]{16}-[0-9a-f]{32})(?:\\.([0-9]{1,12}))?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new piece for somebody from this network. */
    static String give(Secret secret, String network, Instant now) {
        var random = new byte[8];
        RANDOM.nextBytes(random);
        var begun = now.getEpochSecond() + "-" + HexFormat.of().formatHex(random);
        return begun + "-" + seal(secret, begun, network);
    }

    /** Reads what a browser sends back; nothing if it is not ours, is another network's, or is too old. */
    static Optional<Toll> read(Secret secret, String typed, String network, Instant now) {
        var found = FORM.matcher(typed);
        if (!found.matches()) {
            return Optional.empty();
        }
        var piece = found.group(1);
        var begun = piece.substring(0, piece.lastIndexOf('-'));
        var givenAt = Instant.ofEpochSecond(Long.parseLong(found.group(2)));
        var isOurs = MessageDigest.isEqual(
                bytes(piece.substring(piece.lastIndexOf('-') + 1)), bytes(seal(secret, begun, network)));
        return isOurs && !givenAt.isAfter(now) && now.isBefore(givenAt.plus(GOOD_FOR))
                ? Optional.of(new Toll(givenAt, piece, Optional.ofNullable(found.group(3))))
                : Optional.empty();
    }

    /** Whether the work was done, or the waiting. */
    boolean isEnough(Instant now) {
        return paid.filter(number -> fits(piece, number)).isPresent() || !now.isBefore(givenAt.plus(WAIT));
    }

    static boolean fits(String piece, String number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes(piece + "." + number));
            var first = ((digest[0] & 0xff) << 8) | (digest[1] & 0xff);
            return first >>> (16 - NOUGHTS) == 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String seal(Secret secret, String begun, String network) {
        return secret.digest("toll", begun + " " + network);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
