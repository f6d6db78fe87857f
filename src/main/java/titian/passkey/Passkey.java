package titian.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;

/**
 * A passkey as its holder sees it.
 *
 * @param label    what they call it: "Ponsel saya"
 * @param lastUsed empty until it opened the account for the first time
 */
public record Passkey(
        Bytes id, String label, Instant made, @Nullable Instant lastUsed) {

    /** Its name in an address; it opens nothing without the phone that holds the key. */
    public String key() {
        return id.toBase64UrlString();
    }
}
