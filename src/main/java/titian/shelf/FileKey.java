package titian.shelf;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The key of one file: 256 random bits that seal it and nothing else. Files are sealed in pieces, each of which proves
 * to be whole and in its place before a byte of it is given out, so that reading takes one piece of memory.
 */
public final class FileKey {

    static final int BYTES = 32;

    /** What sealing a short file adds at most: its head, and the proofs that its one or two pieces are whole. */
    public static final int OVERHEAD = 80;

    private static final int PIECE = 64 * 1024;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final byte[] secret;

    FileKey(byte[] secret) {
        this.secret = secret;
    }

    public static FileKey fresh() {
        var secret = new byte[BYTES];
        CHANCE.nextBytes(secret);
        return new FileKey(secret);
    }

    /** What is written to it lies sealed below; {@code bound} names the file, so that none passes for another. */
    public OutputStream sealing(OutputStream below, byte[] bound) throws IOException {
        try {
            return streams().newEncryptingStream(below, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java seals by AES-GCM", e);
        }
    }

    public InputStream opening(InputStream below, byte[] bound) throws IOException {
        try {
            return streams().newDecryptingStream(below, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java opens AES-GCM", e);
        }
    }

    byte[] secret() {
        return secret;
    }

    private AesGcmHkdfStreaming streams() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(secret, "HmacSha256", BYTES, PIECE, 0);
    }

    @Override
    public String toString() {
        return "a file's key";
    }
}
