package titian.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.shared.UploadId;

/**
 * The keys that seal the files' keys, from the environment: the first seals, all of them open. Whoever has the disk and
 * the database but not these has nothing. Each goes by a name that follows from it and does not lead back.
 */
@Component
public class MasterKeys {

    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String OF_DEVELOPMENT = "development-only";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Map<String, SecretKeySpec> byName = new LinkedHashMap<>();
    private final String current;

    MasterKeys(@Value("${titian.document.keys:}") List<String> keys, Environment environment) {
        var development = environment.acceptsProfiles(Profiles.of("development"));
        if (keys.isEmpty() || !keys.stream().allMatch(key -> isGood(key.strip(), development))) {
            throw new CannotStart(
                    "A key that seals people's documents is missing, shorter than 32 characters, or the one of development.",
                    "Set TITIAN_DOCUMENT_KEYS to at least 32 random characters, the same on every node, and keep it where "
                            + "the documents are not: openssl rand -hex 32");
        }
        keys.forEach(key -> byName.put(HexFormat.of().formatHex(mac(key.strip(), "name"), 0, 4), key(key.strip())));
        current = byName.keySet().iterator().next();
    }

    private static boolean isGood(String key, boolean development) {
        return key.length() >= SHORTEST && (development || !key.startsWith(OF_DEVELOPMENT));
    }

    private static SecretKeySpec key(String text) {
        return new SecretKeySpec(mac(text, "seal"), "AES");
    }

    /** The name of the key that seals from now on. */
    public String current() {
        return current;
    }

    /** Those that only open what was sealed before. */
    public List<String> former() {
        return byName.keySet().stream().skip(1).toList();
    }

    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    public SealedKey seal(FileKey key, UploadId file) {
        var nonce = new byte[NONCE];
        CHANCE.nextBytes(nonce);
        var sealed = Arrays.copyOf(nonce, NONCE + FileKey.BYTES + TAG_BITS / Byte.SIZE);
        try {
            cipher(Cipher.ENCRYPT_MODE, current, nonce, file).doFinal(key.secret(), 0, FileKey.BYTES, sealed, NONCE);
            return new SealedKey(current, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java seals by AES-GCM", e);
        }
    }

    /**
     * @throws StoreUnavailable if it was sealed by a key that is not here, or for another file
     */
    public FileKey open(SealedKey key, UploadId file) {
        if (!knows(key.master())) {
            throw new StoreUnavailable("TITIAN_DOCUMENT_KEYS lacks the key " + key.master() + ", which seals " + file);
        }
        var nonce = Arrays.copyOf(key.sealed(), NONCE);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key.master(), nonce, file);
            return new FileKey(cipher.doFinal(key.sealed(), NONCE, key.sealed().length - NONCE));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailable("the key of " + file + " was not sealed for it", e);
        }
    }

    private Cipher cipher(int mode, String master, byte[] nonce, UploadId file) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, byName.get(master), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(file.toString().getBytes(UTF_8));
        return cipher;
    }

    private static byte[] mac(String key, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(("titian.document " + purpose).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
