package titian.outside;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * The authenticator apps of all officers, on one phone: secrets scanned from a page, and the codes they make. A code is
 * handed out once, so that people who sign in at the same time do not take one another's; when none is left, whoever
 * asks waits for the next half minute.
 */
final class Authenticators implements AutoCloseable {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;

    /** The code after the present one counts too. */
    private static final long AHEAD = 1;

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, Long> handedOut = new LinkedHashMap<>();
    private final Journal journal;
    private final Clock clock;

    Authenticators(Path data, Clock clock) {
        this.clock = clock;
        journal = Journal.open(data.resolve("autentikator.jsonl"), this::remember);
    }

    synchronized void add(String email, String secret) {
        var tidy = secret.replace(" ", "");
        if (email.isEmpty() || !tidy.matches("[A-Z2-7]{16,64}")) {
            throw new BadRequest("Isi surel dan rahasia (huruf A-Z dan angka 2-7)");
        }
        note(Json.object().put("surel", email).put("rahasia", tidy));
    }

    synchronized List<String> holders() {
        return List.copyOf(secrets.keySet());
    }

    /** What the app shows now, for people to read. */
    synchronized String shown(String email) {
        return code(secrets.getOrDefault(email, ""), step());
    }

    /** A code nobody has had; nothing if there is no such account in the app. */
    Optional<String> take(String email) throws InterruptedException {
        while (true) {
            synchronized (this) {
                var secret = secrets.get(email);
                if (secret == null) {
                    return Optional.empty();
                }
                var next = Math.max(handedOut.getOrDefault(email, Long.MIN_VALUE) + 1, step());
                if (next <= step() + AHEAD) {
                    note(Json.object().put("surel", email).put("langkah", next));
                    return Optional.of(code(secret, next));
                }
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private long step() {
        return Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
    }

    private void note(JsonNode fact) {
        journal.write(fact);
        remember(fact);
    }

    private void remember(JsonNode fact) {
        var email = Json.text(fact, "surel");
        if (fact.has("rahasia")) {
            secrets.put(email, Json.text(fact, "rahasia"));
            handedOut.remove(email);
        } else {
            handedOut.put(email, fact.path("langkah").asLong());
        }
    }

    private static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(String secret) {
        var bits = new StringBuilder();
        for (var letter : secret.toCharArray()) {
            bits.append("%5s"
                    .formatted(Integer.toBinaryString(LETTERS.indexOf(letter)))
                    .replace(' ', '0'));
        }
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    @Override
    public void close() {
        journal.close();
    }
}
