package titian.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;

/** The keys from the environment that seal the keysets in the database: the first seals, all of them open. */
@Component
class EnvelopeKeys {

    private static final int SHORTEST = 32;
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final String OF_DEVELOPMENT = "development-only";

    private final Map<String, Aead> byName = new LinkedHashMap<>();
    private final String current;

    EnvelopeKeys(@Value("${titian.personal-keys:}") List<String> keys, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        if (keys.isEmpty() || !keys.stream().allMatch(key -> isGood(key.strip(), development))) {
            throw new CannotStart(
                    "A key that seals personal data is missing, shorter than 32 characters, or the one of development.",
                    "Set TITIAN_PERSONAL_KEYS to at least 32 random characters, the same on every node, and keep a copy "
                            + "apart from the database: openssl rand -hex 32");
        }
        keys.forEach(key -> add(key.strip()));
        current = byName.keySet().iterator().next();
    }

    private static boolean isGood(String key, boolean development) {
        return key.length() >= SHORTEST && (development || !key.startsWith(OF_DEVELOPMENT));
    }

    private void add(String key) {
        try {
            var name = HexFormat.of().formatHex(derived(key, "name", NAME_BYTES));
            byName.put(name, new AesGcmJce(derived(key, "envelope", KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java seals by AES-GCM", e);
        }
    }

    private static byte[] derived(String key, String purpose, int bytes) throws GeneralSecurityException {
        return Hkdf.computeHkdf("HmacSha256", key.getBytes(UTF_8), new byte[0], purpose.getBytes(UTF_8), bytes);
    }

    /** The name of the key that seals keysets from now on. */
    String current() {
        return current;
    }

    Optional<Aead> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
