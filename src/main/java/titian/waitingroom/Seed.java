package titian.waitingroom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The chance in a draw: 32 bytes that nobody can guess, and that nobody may see before the opening. It prints masked;
 * whoever wants it in the open asks for {@link #told()}.
 */
final class Seed {

    private static final int LENGTH = 32;
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a seed has " + LENGTH + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static Seed random() {
        var bytes = new byte[LENGTH];
        CHANCE.nextBytes(bytes);
        return new Seed(bytes);
    }

    static Seed of(byte[] bytes) {
        return new Seed(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What is published beforehand: it fixes the seed and does not give it away. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The seed in the open, as it is published with the draw. */
    String told() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The first half of an HMAC's key as the database needs it: HMAC(seed, x) is sha256(outer || sha256(inner || x)). */
    byte[] inner() {
        return padded(INNER);
    }

    byte[] outer() {
        return padded(OUTER);
    }

    private byte[] padded(byte pad) {
        var block = Arrays.copyOf(bytes, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    @Override
    public String toString() {
        return "a seed";
    }
}
