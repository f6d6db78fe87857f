package titian.waitingroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.shared.AccountId;

/**
 * What only this house knows, the same on every node and in no table: it seals the seeds of draws to come, numbers the
 * tickets and signs admissions, each with a key of its own.
 */
@Component
class HouseKey {

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final SecretKeySpec sealing;
    private final SecretKeySpec numbering;
    private final SecretKeySpec signing;

    HouseKey(@Value("${titian.secret:}") String secret) {
        if (secret.length() < SHORTEST) {
            throw new CannotStart(
                    "The secret that keeps the seeds of draws unreadable is missing or too short.",
                    "Set TITIAN_SECRET to at least 32 random characters, the same on every node, and keep it safe.");
        }
        var root = new SecretKeySpec(secret.getBytes(UTF_8), MAC);
        this.sealing = new SecretKeySpec(mac(root, "waitingroom seed"), "AES");
        this.numbering = new SecretKeySpec(mac(root, "waitingroom ticket"), MAC);
        this.signing = new SecretKeySpec(mac(root, "waitingroom admission"), MAC);
    }

    /** Whoever reads the table learns nothing, and a seed moved to another release does not open. */
    byte[] seal(ReleaseId release, Seed seed) {
        var nonce = new byte[NONCE];
        CHANCE.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, release, nonce, seed.bytes());
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    Seed open(ReleaseId release, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return Seed.of(crypt(Cipher.DECRYPT_MODE, release, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length)));
    }

    /** The one ticket of this account for that release. */
    TicketId ticket(ReleaseId release, AccountId account) {
        return TicketId.of(mac(numbering, release + " " + account));
    }

    byte[] sign(String text) {
        return mac(signing, text);
    }

    private byte[] crypt(int mode, ReleaseId release, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(release.toString().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seed of release " + release + " does not open with this key", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
