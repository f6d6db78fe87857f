package titian.snap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of SNAP BI. Asymmetric (SHA256withRSA): for the access token over who asks and when, for a notice over
 * method, path, body and time. Symmetric (HMAC-SHA512): for everything else, over the same and the access token.
 */
final class Signatures {

    private Signatures() {}

    /** What is signed to ask for an access token. */
    static String tokenText(String clientId, String timestamp) {
        return clientId + "|" + timestamp;
    }

    /** What a party that holds an access token signs. */
    static String text(String method, String path, String token, String body, String timestamp) {
        return String.join(":", method, path, token, hash(body), timestamp);
    }

    /** What a party without an access token signs, as the bank does for its notices. */
    static String text(String method, String path, String body, String timestamp) {
        return String.join(":", method, path, hash(body), timestamp);
    }

    /** The body's fingerprint as it enters a signature: of what it says, however it is laid out. */
    static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(minified(body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** JSON without the space between its parts; order, numbers and texts stay letter by letter. */
    static String minified(String json) {
        var small = new StringBuilder(json.length());
        var inText = false;
        var escaped = false;
        for (int i = 0; i < json.length(); i++) {
            var letter = json.charAt(i);
            if (inText || " \t\r\n".indexOf(letter) < 0) {
                small.append(letter);
            }
            if (letter == '"' && !escaped) {
                inText = !inText;
            }
            escaped = inText && letter == '\\' && !escaped;
        }
        return small.toString();
    }

    static String symmetric(String text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA512"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA512", e);
        }
    }

    static String asymmetric(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("our key does not sign", e);
        }
    }

    /** Whether the text was signed by the key's other half. What is no signature at all is not one either. */
    static boolean isSigned(String text, String signature, PublicKey key) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(text.getBytes(UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return false;
        }
    }
}
