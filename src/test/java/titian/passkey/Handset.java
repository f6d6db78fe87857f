package titian.passkey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone that makes one passkey and answers with it as the W3C's Web Authentication (level 2) has it. */
public final class Handset {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 1, UNLOCKED = 4, WITH_KEY = 64;

    private final KeyPair pair = pair();
    private final byte[] id = random();
    private final String origin;
    private byte[] holder = new byte[0];
    private boolean locked;
    private int uses;

    public Handset(String origin) {
        this.origin = origin;
    }

    /** From now on it answers without having been unlocked. */
    public Handset locked() {
        locked = true;
        return this;
    }

    public String key() {
        return text(id);
    }

    /** Makes the passkey that is asked for. */
    public String make(String asked) {
        var options = JSON.readTree(asked);
        holder = Base64.getUrlDecoder().decode(options.get("user").get("id").asString());
        var client = client("webauthn.create", options);
        var data = bytes(
                proof(options.get("rp").get("id").asString(), WITH_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                publicKey());
        var attestation = bytes(
                hex("a3"),
                word("fmt"),
                word("none"),
                word("attStmt"),
                hex("a0"),
                word("authData"),
                hex("59"),
                ByteBuffer.allocate(2).putShort((short) data.length).array(),
                data);
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "authenticatorAttachment": "platform",
                 "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "attestationObject": "%3$s", "transports": ["internal"]}}
                """.formatted(key(), text(client), text(attestation));
    }

    /** Opens with the passkey what is asked for. */
    public String use(String asked) throws GeneralSecurityException {
        var options = JSON.readTree(asked);
        uses++;
        var client = client("webauthn.get", options);
        var data = proof(options.get("rpId").asString(), 0);
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(pair.getPrivate());
        signing.update(data);
        signing.update(digest(client));
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "authenticatorAttachment": "platform",
                 "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "authenticatorData": "%3$s", "signature": "%4$s",
                              "userHandle": "%5$s"}}
                """.formatted(key(), text(client), text(data), text(signing.sign()), text(holder));
    }

    private byte[] client(String what, JsonNode options) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(what, options.get("challenge").asString(), origin).getBytes(UTF_8);
    }

    private byte[] proof(String house, int more) {
        var flags = PRESENT | (locked ? 0 : UNLOCKED) | more;
        return bytes(
                digest(house.getBytes(UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(uses).array());
    }

    /** As COSE writes a key on the curve P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return bytes(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                hex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        var all = value.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(32, all.length);
        System.arraycopy(all, all.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] word(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(US_ASCII));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random() {
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
