package titian.document;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.UploadId;
import titian.shelf.SealedKey;

@Repository
class Arrivals {

    /** A file of the most bytes in whole pieces, and the broken ends of many lines. */
    static final int MOST_PIECES = 1000;

    private final JdbcClient db;

    Arrivals(JdbcClient db) {
        this.db = db;
    }

    void add(UploadId id, AccountId account, long bytes, SealedKey key, Instant now) {
        db.sql("""
                        INSERT INTO document.arrival (id, account, bytes, begun_at, master_key, sealed_key)
                        VALUES (:id, :account, :bytes, :now, :master, :sealed)
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("bytes", bytes)
                .param("now", now.atOffset(UTC))
                .param("master", key.master())
                .param("sealed", key.sealed())
                .update();
    }

    /** Lets go of all but the newest few that this account has not handed in. */
    void keepNewest(AccountId account, int few) {
        db.sql("""
                        DELETE FROM document.arrival
                         WHERE account = :account
                           AND upload IS NULL
                           AND id NOT IN (SELECT id
                                            FROM document.arrival
                                           WHERE account = :account AND upload IS NULL
                                           ORDER BY begun_at DESC
                                           LIMIT :few)
                        """).param("account", account.value()).param("few", few).update();
    }

    /** How many bytes are promised in all. */
    long promised() {
        return db.sql("SELECT coalesce(sum(bytes), 0) FROM document.arrival WHERE upload IS NULL")
                .query(Long.class)
                .single();
    }

    /** Only the account that sends it finds it, and only for a while. */
    Optional<Arrival> find(UploadId id, AccountId account, Instant since) {
        return db.sql("""
                        SELECT id, bytes, arrived, upload
                          FROM document.arrival
                         WHERE id = :id AND account = :account AND begun_at > :since
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("since", since.atOffset(UTC))
                .query(Arrivals::arrival)
                .optional();
    }

    /** How much has come of it by now; nothing if it was let go. */
    long arrived(UploadId id) {
        return db.sql("SELECT coalesce(max(arrived), 0) FROM document.arrival WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    SealedKey key(UploadId id) {
        return db.sql("SELECT master_key, sealed_key FROM document.arrival WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new SealedKey(row.getString("master_key"), row.getBytes("sealed_key")))
                .single();
    }

    /** False if something else has come to that place meanwhile, or the pieces are too many. */
    boolean append(Arrival at, int count, byte[] sealed) {
        var goesOn = db.sql("""
                        UPDATE document.arrival
                           SET arrived = arrived + :count, pieces = pieces + 1
                         WHERE id = :id AND arrived = :first AND upload IS NULL AND pieces < :most
                        """)
                        .param("count", count)
                        .param("id", at.id().value())
                        .param("first", at.arrived())
                        .param("most", MOST_PIECES)
                        .update()
                == 1;
        if (goesOn) {
            db.sql("INSERT INTO document.piece (arrival, first, sealed) VALUES (:arrival, :first, :sealed)")
                    .param("arrival", at.id().value())
                    .param("first", at.arrived())
                    .param("sealed", sealed)
                    .update();
        }
        return goesOn;
    }

    /** Where each piece begins. */
    List<Long> pieces(UploadId id) {
        return db.sql("SELECT first FROM document.piece WHERE arrival = :arrival ORDER BY first LIMIT :most")
                .param("arrival", id.value())
                .param("most", MOST_PIECES)
                .query((row, _) -> row.getLong("first"))
                .list();
    }

    /** Nothing if the file was let go meanwhile. */
    Optional<byte[]> piece(UploadId id, long first) {
        return db.sql("SELECT sealed FROM document.piece WHERE arrival = :arrival AND first = :first")
                .param("arrival", id.value())
                .param("first", first)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    /** What became of it stays for a while, for whoever sends the form again; its pieces go. */
    void handedIn(UploadId id, UploadId upload) {
        db.sql("UPDATE document.arrival SET upload = :upload WHERE id = :id")
                .param("upload", upload.value())
                .param("id", id.value())
                .update();
        db.sql("DELETE FROM document.piece WHERE arrival = :id")
                .param("id", id.value())
                .update();
    }

    void remove(UploadId id) {
        db.sql("DELETE FROM document.arrival WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    int removeBefore(Instant then) {
        return db.sql("DELETE FROM document.arrival WHERE begun_at <= :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        var upload = row.getObject("upload", UUID.class);
        return new Arrival(
                new UploadId(row.getObject("id", UUID.class)),
                row.getLong("bytes"),
                row.getLong("arrived"),
                upload == null ? null : new UploadId(upload));
    }
}
