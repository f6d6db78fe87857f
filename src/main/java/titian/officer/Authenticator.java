package titian.officer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret an officer's authenticator app shares with us, and the codes both make of it (RFC 6238): six digits by
 * HMAC-SHA-1, new every half minute, which is what every app knows. It prints without its secret.
 *
 * @param secret twenty bytes in base 32, as people type it into an app that cannot see
 */
public record Authenticator(String secret) {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;

    /** Clocks differ, and people type slowly: the code before and the code after count too. */
    private static final int STEPS_APART = 1;

    private static final String ALGORITHM = "HmacSHA1";
    private static final SecureRandom CHANCE = new SecureRandom();

    static Authenticator fresh() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Authenticator(Base32.of(bytes));
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    String code(long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base32.bytes(secret), ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % CODES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The step whose code this is, around now. Every code is compared, and each takes as long whether right or wrong. */
    OptionalLong stepOf(String digits, Instant now) {
        var found = OptionalLong.empty();
        for (var step = step(now) - STEPS_APART; step <= step(now) + STEPS_APART; step++) {
            if (same(digits, code(step))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean same(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** What an app reads from the picture. */
    URI address(String service, String account) {
        return URI.create("otpauth://totp/" + encoded(service) + ":" + encoded(account) + "?secret=" + secret
                + "&issuer=" + encoded(service));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** In groups of four, for whoever types it. */
    String spelled() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return "an authenticator";
    }
}
