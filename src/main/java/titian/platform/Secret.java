package titian.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What only this house knows, and what follows from it: the same on every node, and guessed by nobody. */
@Component
public class Secret {

    private static final int SHORTEST = 32;
    private static final String OF_DEVELOPMENT = "development-only";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Secret(@Value("${titian.secret:}") String secret, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        if (secret.length() < SHORTEST || (secret.startsWith(OF_DEVELOPMENT) && !development)) {
            throw new CannotStart(
                    "The secret is missing, shorter than 32 characters, or the one of development.",
                    "Set TITIAN_SECRET to at least 32 random characters, the same on every node: openssl rand -hex 32");
        }
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /** The six digits of a code. */
    public String digits(UUID code) {
        var number = Long.remainderUnsigned(
                ByteBuffer.wrap(mac("code", code.toString())).getLong(), 1_000_000);
        return "%06d".formatted(number);
    }

    /** Stands for something that must not be readable in a table. */
    public String digest(String purpose, String text) {
        return HexFormat.of().formatHex(mac(purpose, text), 0, 16);
    }

    /** The one id that follows from this text. */
    public UUID id(String purpose, String text) {
        var bytes = ByteBuffer.wrap(mac(purpose, text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private byte[] mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + '\n' + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
