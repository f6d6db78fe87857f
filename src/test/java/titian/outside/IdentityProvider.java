package titian.outside;

import static titian.outside.Fault.Service.IDENTITAS;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A provider of identities as OpenID Connect has them: whoever comes says by which address they are known there, and
 * goes back with a code for a signed token. It can also lie in every way a token can.
 */
final class IdentityProvider {

    private static final String CLIENT =
            "Basic " + Base64.getEncoder().encodeToString("titian:identitas-dev".getBytes(StandardCharsets.UTF_8));
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int LIFE_IN_SECONDS = 300;

    /** What a token can have wrong, each under the word the page says for it. */
    enum Flaw {
        NONE("Tidak ada"),
        ISSUER("Penerbit lain"),
        AUDIENCE("Untuk layanan lain"),
        NONCE("Nonce lain"),
        EXPIRED("Kedaluwarsa"),
        UNSIGNED("Tanpa tanda tangan"),
        FOREIGN_KEY("Tanda tangan kunci lain");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    private record Grant(String redirect, String nonce, String challenge, String email, boolean verified, Flaw flaw) {}

    /** Made when somebody first asks for them: such a pair takes a second or two, and few worlds are asked. */
    private static final class Keys {
        static final KeyPair OWN = keyPair();
        static final KeyPair FOREIGN = keyPair();
    }

    private final Faults faults;
    private final Clock clock;
    private final Supplier<String> issuer;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    IdentityProvider(Faults faults, Clock clock, Supplier<String> issuer) {
        this.faults = faults;
        this.clock = clock;
        this.issuer = issuer;
    }

    void hangOn(Door door) {
        door.get("/identitas/.well-known/openid-configuration", faults.before(IDENTITAS, _ -> discovery()));
        door.get("/identitas/jwks", faults.before(IDENTITAS, _ -> keys()));
        door.get("/identitas/masuk", this::ask);
        door.post("/identitas/masuk", this::goBack);
        door.post("/identitas/token", faults.before(IDENTITAS, this::token));
    }

    private Answer discovery() {
        var at = issuer.get();
        var about = Json.object()
                .put("issuer", at)
                .put("authorization_endpoint", at + "/masuk")
                .put("token_endpoint", at + "/token")
                .put("jwks_uri", at + "/jwks");
        about.set("response_types_supported", Json.texts("code"));
        about.set("subject_types_supported", Json.texts("public"));
        about.set("id_token_signing_alg_values_supported", Json.texts("RS256"));
        about.set("scopes_supported", Json.texts("openid", "email"));
        about.set("token_endpoint_auth_methods_supported", Json.texts("client_secret_basic"));
        about.set("code_challenge_methods_supported", Json.texts("S256"));
        return Answer.json(about);
    }

    private Answer keys() {
        var open = (RSAPublicKey) Keys.OWN.getPublic();
        var jwk = Json.object()
                .put("kty", "RSA")
                .put("kid", "satu")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("n", number(open.getModulus()))
                .put("e", number(open.getPublicExponent()));
        var keys = Json.object();
        keys.set("keys", Json.array(List.of(jwk)));
        return Answer.json(keys);
    }

    private Answer ask(Request request) {
        mustBeWellAsked(request);
        var hidden = Stream.of("redirect_uri", "state", "nonce", "code_challenge")
                .map(name -> Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, request.query(name)))
                .toList();
        var flaws = Arrays.stream(Flaw.values())
                .map(flaw -> Html.of("<option value=\"{}\">{}</option>", flaw.name(), flaw.words))
                .toList();
        var page = Page.of("Identitas Contoh", "/identitas", Html.of("""
                <h1>Masuk dengan Identitas Contoh</h1>
                <p class="lead">Penyedia identitas tiruan: tulis alamat surel yang dikenal di sini.</p>
                <form class="stack" method="post" action="/identitas/masuk">{}
                <div class="f"><label for="email">Alamat surel</label><input class="in" type="email" id="email" name="email" required autocomplete="off"></div>
                <div class="opt"><input type="checkbox" id="verified" name="verified" value="ya" checked><label for="verified">Alamat ini sudah dipastikan</label></div>
                <div class="f"><label for="flaw">Cacat pada token</label><select class="in" id="flaw" name="flaw">{}</select></div>
                <p><button class="btn" type="submit">Masuk</button></p></form>
                """, hidden, flaws));
        return Answer.page(page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'");
    }

    private static void mustBeWellAsked(Request request) {
        if (!request.query("response_type").equals("code")
                || !request.query("client_id").equals("titian")
                || !request.query("code_challenge_method").equals("S256")
                || !List.of(request.query("scope").split(" ")).contains("openid")
                || request.query("state").isEmpty()
                || request.query("nonce").isEmpty()
                || request.query("code_challenge").isEmpty()) {
            throw new BadRequest("Permintaan masuk tidak lengkap");
        }
    }

    private Answer goBack(Request request) {
        var form = request.form();
        var code = UUID.randomUUID().toString();
        grants.put(
                code,
                new Grant(
                        form.get("redirect_uri"),
                        form.get("nonce"),
                        form.get("code_challenge"),
                        form.get("email"),
                        form.get("verified").equals("ya"),
                        form.get("flaw").isEmpty() ? Flaw.NONE : Flaw.valueOf(form.get("flaw"))));
        return Answer.goTo(form.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(form.get("state"), StandardCharsets.UTF_8));
    }

    private Answer token(Request request) {
        var form = request.form();
        var grant = grants.remove(form.get("code"));
        if (!request.head("authorization").equals(CLIENT)) {
            return Answer.json(401, Json.object().put("error", "invalid_client"));
        }
        if (grant == null
                || !grant.redirect().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(challenge(form.get("code_verifier")))) {
            return Answer.json(400, Json.object().put("error", "invalid_grant"));
        }
        return Answer.json(Json.object()
                .put("access_token", UUID.randomUUID().toString())
                .put("token_type", "Bearer")
                .put("expires_in", LIFE_IN_SECONDS)
                .put("id_token", signed(claims(grant), grant.flaw())));
    }

    private ObjectNode claims(Grant grant) {
        var now = clock.instant().getEpochSecond();
        var expires = grant.flaw() == Flaw.EXPIRED ? now - LIFE_IN_SECONDS : now + LIFE_IN_SECONDS;
        return Json.object()
                .put("iss", grant.flaw() == Flaw.ISSUER ? "http://127.0.0.1/lain" : issuer.get())
                .put("aud", grant.flaw() == Flaw.AUDIENCE ? "layanan-lain" : "titian")
                .put(
                        "sub",
                        UUID.nameUUIDFromBytes(grant.email().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("nonce", grant.flaw() == Flaw.NONCE ? "lain" : grant.nonce())
                .put("iat", expires - LIFE_IN_SECONDS)
                .put("exp", expires)
                .put("email", grant.email())
                .put("email_verified", grant.verified());
    }

    private String signed(ObjectNode claims, Flaw flaw) {
        var head = Json.object()
                .put("alg", flaw == Flaw.UNSIGNED ? "none" : "RS256")
                .put("kid", "satu");
        var text = encoded(head.toString()) + "." + encoded(claims.toString());
        return text + "."
                + switch (flaw) {
                    case UNSIGNED -> "";
                    case FOREIGN_KEY -> signature(text, Keys.FOREIGN);
                    case NONE, ISSUER, AUDIENCE, NONCE, EXPIRED -> signature(text, Keys.OWN);
                };
    }

    private static String signature(String text, KeyPair by) {
        try {
            var signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(by.getPrivate());
            signing.update(text.getBytes(StandardCharsets.US_ASCII));
            return URL.encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs by RSA", e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return URL.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
