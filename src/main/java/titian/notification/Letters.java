package titian.notification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.phone.Carrier;
import titian.shared.AccountId;

/** Which letters are to go out, and which have gone. */
@Repository
class Letters {

    /** A letter to write: what kind, what it is about, and what takes it to a phone if it goes to one. */
    record Row(
            UUID id,
            LetterKind kind,
            UUID subject,
            @Nullable Carrier carrier,
            Instant createdAt,
            boolean sent) {}

    private final JdbcClient db;

    Letters(JdbcClient db) {
        this.db = db;
    }

    void add(
            UUID id,
            LetterKind kind,
            UUID subject,
            @Nullable AccountId account,
            @Nullable Carrier carrier,
            Instant now) {
        db.sql("""
                        INSERT INTO notification.letter (id, kind, subject, account, carrier, created_at)
                        VALUES (:id, :kind, :subject, :account, :carrier, :now)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("account", account == null ? null : account.value(), java.sql.Types.OTHER)
                .param("carrier", carrier == null ? null : carrier.name(), java.sql.Types.VARCHAR)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Row> find(UUID id) {
        return db.sql("""
                        SELECT id, kind, subject, carrier, created_at, sent_at IS NOT NULL AS sent
                          FROM notification.letter
                         WHERE id = :id
                        """).param("id", id).query(Row.class).optional();
    }

    /** The post has taken it. */
    void markSent(UUID id, AccountId to, Instant now) {
        db.sql("""
                        UPDATE notification.letter
                           SET sent_at = :now, account = :account
                         WHERE id = :id AND sent_at IS NULL
                        """)
                .param("id", id)
                .param("account", to.value())
                .param("now", now.atOffset(UTC))
                .update();
    }
}
