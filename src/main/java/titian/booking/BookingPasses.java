package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;

/**
 * Writes booking passes so that nobody else can write, change or read them, and reads those that come back. The key
 * follows from the house's secret, the same on every node; a pass names the key it was sealed with.
 */
@Component
public class BookingPasses {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int LONGEST = 2_000;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final SecretKeySpec key;
    private final byte keyName;
    private final Clock clock;

    BookingPasses(@Value("${titian.secret:}") String secret, Clock clock) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new CannotStart(
                    "The secret with which booking passes are sealed is missing or too short.",
                    "Set TITIAN_SECRET to at least 32 random characters, the same on every node, and keep it safe.");
        }
        this.key = new SecretKeySpec(mac(secret, "booking pass"), "AES");
        this.keyName = mac(secret, "booking pass key name")[0];
        this.clock = clock;
    }

    /** The pass as a form carries it. */
    public String mint(BookingPass pass) {
        var nonce = new byte[NONCE];
        CHANCE.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(pass.bytes());
            var token = ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(keyName)
                    .put(nonce)
                    .put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** The pass in these characters; empty if it is forged, of another house, or no longer good. */
    Optional<BookingPass> read(String token) {
        return opened(token).filter(pass -> pass.expires().isAfter(clock.instant()));
    }

    /** Where the bearer of a pass of this house may choose again, even if it is no longer good. */
    Optional<String> back(String token) {
        return opened(token).map(BookingPass::back);
    }

    private Optional<BookingPass> opened(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= 1 + NONCE + TAG || bytes[0] != keyName) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE);
            var opened = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE);
            return Optional.of(BookingPass.of(opened));
        } catch (IllegalArgumentException | GeneralSecurityException | IOException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(new byte[] {keyName});
        return cipher;
    }

    private static byte[] mac(String secret, String purpose) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), MAC));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
