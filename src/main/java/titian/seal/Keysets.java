package titian.seal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed keysets, and how far each table is that changes its key. */
@Repository
class Keysets {

    private final JdbcClient db;

    Keysets(JdbcClient db) {
        this.db = db;
    }

    record Row(byte[] keys, String envelope) {}

    Optional<Row> find(KeyPurpose purpose) {
        return db.sql("SELECT keys, envelope FROM seal.keyset WHERE purpose = :purpose")
                .param("purpose", purpose.name())
                .query((row, _) -> new Row(
                        Objects.requireNonNull(row.getBytes("keys")),
                        Objects.requireNonNull(row.getString("envelope"))))
                .optional();
    }

    /** Of nodes that begin at once one writes its keys, and the others read them. */
    void begin(KeyPurpose purpose, Row row, Instant now) {
        db.sql("""
                        INSERT INTO seal.keyset (purpose, keys, envelope, changed_at)
                        VALUES (:purpose, :keys, :envelope, :now)
                            ON CONFLICT DO NOTHING
                        """)
                .param("purpose", purpose.name())
                .param("keys", row.keys())
                .param("envelope", row.envelope())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Puts these keys in the place of those; false if they have been changed meanwhile. */
    boolean replace(KeyPurpose purpose, Row former, Row row, Instant now) {
        return db.sql("""
                        UPDATE seal.keyset
                           SET keys = :keys, envelope = :envelope, changed_at = :now
                         WHERE purpose = :purpose AND keys = :former
                        """)
                        .param("purpose", purpose.name())
                        .param("former", former.keys())
                        .param("keys", row.keys())
                        .param("envelope", row.envelope())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    Instant changedAt(KeyPurpose purpose) {
        return db.sql("SELECT changed_at FROM seal.keyset WHERE purpose = :purpose")
                .param("purpose", purpose.name())
                .query((row, _) -> row.getObject("changed_at", OffsetDateTime.class))
                .single()
                .toInstant();
    }

    /**
     * How far a table has come with a key.
     *
     * @param reached the last row that was sealed by it
     * @param done    whether all rows are
     * @param whole   whether no plain text is left in it
     */
    record Walk(String key, UUID reached, boolean done, boolean whole) {

        Walk to(UUID row) {
            return new Walk(key, row, false, whole);
        }

        Walk ended() {
            return new Walk(key, reached, true, true);
        }
    }

    Optional<Walk> walk(String holder) {
        return db.sql("SELECT key, reached, done, whole FROM seal.walk WHERE holder = :holder")
                .param("holder", holder)
                .query((row, _) -> new Walk(
                        Objects.requireNonNull(row.getString("key")),
                        Objects.requireNonNull(row.getObject("reached", UUID.class)),
                        row.getBoolean("done"),
                        row.getBoolean("whole")))
                .optional();
    }

    void keep(String holder, Walk walk) {
        db.sql("""
                        INSERT INTO seal.walk (holder, key, reached, done, whole)
                        VALUES (:holder, :key, :reached, :done, :whole)
                            ON CONFLICT (holder) DO UPDATE
                           SET key = excluded.key, reached = excluded.reached, done = excluded.done,
                               whole = excluded.whole
                        """)
                .param("holder", holder)
                .param("key", walk.key())
                .param("reached", walk.reached())
                .param("done", walk.done())
                .param("whole", walk.whole())
                .update();
    }
}
