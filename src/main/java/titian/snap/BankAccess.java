package titian.snap;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.platform.DevelopmentKeys;

/** How we and the bank know each other. Without an address there is no bank. It prints nothing. */
@Component
class BankAccess {

    private final Environment settings;
    private final @Nullable PrivateKey ours;
    private final @Nullable PublicKey theirs;

    BankAccess(Environment settings) {
        this.settings = settings;
        if (isSet()) {
            check();
            ours = privateKey(get("private-key"));
            theirs = publicKey(get("public-key"));
            DevelopmentKeys.refuse(settings, "titian.bank.secret", get("secret"));
            DevelopmentKeys.refuse(settings, "titian.bank.private-key", ours.getEncoded());
            DevelopmentKeys.refuse(settings, "titian.bank.public-key", theirs.getEncoded());
        } else {
            ours = null;
            theirs = null;
        }
    }

    /** Whether there is a bank at all. */
    boolean isSet() {
        return !get("url").isEmpty();
    }

    /** A service of the bank, as in {@code /v1.0/transfer-va/status}. */
    URI service(String path) {
        return URI.create(get("url") + path);
    }

    /** What payers know the bank by. */
    String name() {
        return get("name");
    }

    /** The bank's code, three digits, as the treasury numbers it. */
    String code() {
        return get("code");
    }

    /** X-CLIENT-KEY and X-PARTNER-ID: who we are there. */
    String client() {
        return get("client");
    }

    String secret() {
        return get("secret");
    }

    /** CHANNEL-ID, five digits. */
    String channel() {
        return get("channel");
    }

    /** partnerServiceId: what our account numbers begin with, filled up with spaces to eight characters. */
    String prefix() {
        return "%8s".formatted(get("prefix"));
    }

    String merchant() {
        return get("merchant");
    }

    String terminal() {
        return get("terminal");
    }

    PrivateKey ourKey() {
        return present(ours);
    }

    PublicKey theirKey() {
        return present(theirs);
    }

    private static <K> K present(@Nullable K key) {
        if (key == null) {
            throw new IllegalStateException("no bank is set");
        }
        return key;
    }

    private static PrivateKey privateKey(String written) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decoded(written)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw unreadable("private-key", "PKCS #8");
        }
    }

    private static PublicKey publicKey(String written) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(written)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw unreadable("public-key", "X.509");
        }
    }

    /** As PEM files hold them, or without their first and last line. */
    private static byte[] decoded(String written) {
        return Base64.getDecoder()
                .decode(written.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    private static CannotStart unreadable(String name, String form) {
        return new CannotStart(
                "The key in titian.bank." + name + " cannot be read.",
                "Set it to an RSA key in " + form + " form, in base64, as openssl writes it.");
    }

    private String get(String name) {
        return settings.getProperty("titian.bank." + name, "").strip();
    }

    private void check() {
        var missing = Stream.of(
                        "name",
                        "code",
                        "client",
                        "secret",
                        "channel",
                        "prefix",
                        "merchant",
                        "terminal",
                        "private-key",
                        "public-key")
                .filter(name -> get(name).isEmpty())
                .map(name -> "titian.bank." + name)
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "The access to the bank (SNAP BI) is not complete.",
                    "Set " + String.join(", ", missing) + " as agreed with the bank, or leave titian.bank.url empty.");
        }
    }
}
