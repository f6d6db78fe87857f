package titian.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;

/**
 * The key (Ed25519) that signs the days. Only the house holds it; the public half is for everybody who checks. It is
 * given as 32 secret bytes, from which both halves follow.
 */
@Component
class SigningKey {

    private static final int BYTES = 32;

    private final KeyPair pair;

    SigningKey(@Value("${titian.audit-key:}") String key, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        try {
            var seed = Base64.getDecoder().decode(key);
            if (seed.length != BYTES || (isOfDevelopment(seed) && !development)) {
                throw new IllegalArgumentException("not 32 bytes of its own");
            }
            this.pair = pair(seed);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new CannotStart(
                    "The key that signs the audit is missing, not 32 bytes in base64, or the one of development.",
                    "Set TITIAN_AUDIT_KEY, the same on every node, and keep a copy apart: openssl rand -base64 32");
        }
    }

    private static boolean isOfDevelopment(byte[] seed) {
        return new String(seed, US_ASCII).startsWith("development-only");
    }

    byte[] sign(byte[] text) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(text);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with Ed25519", e);
        }
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            var checking = Signature.getInstance("Ed25519");
            checking.initVerify(pair.getPublic());
            checking.update(text);
            return checking.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not even the shape of a signature
        }
    }

    /** The public half, as X.509 in base64. */
    String open() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The JDK makes both halves from what chance gives it: here it is given the seed. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair();
    }
}
