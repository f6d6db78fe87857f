package titian.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.CannotStart;
import titian.registry.RegistryAnswer.Differs;
import titian.shared.Nik;

/** The record of what was asked and answered. */
@Repository
class Questions {

    private final JdbcClient db;
    private final SecretKeySpec key;

    Questions(JdbcClient db, @Value("${titian.secret:}") String secret) {
        if (secret.length() < 32) {
            throw new CannotStart(
                    "The secret that keeps numbers unreadable in our records is missing or too short.",
                    "Set TITIAN_SECRET to at least 32 random characters, the same on every node, and keep it safe.");
        }
        this.db = db;
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    void add(Instant at, Nik nik, Verdict verdict, Duration took) {
        var differing = verdict.answer() instanceof Differs differs
                ? differs.fields().stream().map(Enum::name).sorted().toArray(String[]::new)
                : new String[0];
        add(at, nik, verdict.outcome(), verdict.code(), differing, took);
    }

    void add(Instant at, Nik nik, Telling telling, Duration took) {
        add(at, nik, telling.outcome(), telling.code(), new String[0], took);
    }

    private void add(Instant at, Nik nik, String outcome, @Nullable String code, String[] differing, Duration took) {
        db.sql("""
                        INSERT INTO registry.exchange (at, nik_reference, outcome, response_code, differing, milliseconds)
                        VALUES (:at, :reference, :outcome, :code, :differing, :milliseconds)
                        """)
                .param("at", at.atOffset(UTC))
                .param("reference", reference(nik))
                .param("outcome", outcome)
                .param("code", code)
                .param("differing", differing)
                .param("milliseconds", took.toMillis())
                .update();
    }

    /** Stands for the number without giving it away to whoever lacks the key. */
    byte[] reference(Nik nik) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("registry " + nik.value()).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
