package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Kept;

/** The rows that are too old, of whatever table its module names: the one place where tables are not written out. */
@Repository
class OldRows {

    private final JdbcClient db;

    OldRows(JdbcClient db) {
        this.db = db;
    }

    long count(Kept.Rows rows, Instant before) {
        return db.sql("SELECT count(*) FROM %s WHERE %s".formatted(rows.table(), rows.old()))
                .param("before", before.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Deletes some of them; those somebody else has in hand wait for the next time. */
    int delete(Kept.Rows rows, Instant before, int most) {
        return db.sql("""
                        DELETE FROM %1$s
                         WHERE ctid = ANY (ARRAY(
                             SELECT ctid
                               FROM %1$s
                              WHERE %2$s
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        """.formatted(rows.table(), rows.old()))
                .param("before", before.atOffset(UTC))
                .param("most", most)
                .update();
    }

    /** The ids of some of them, beyond those that were looked at before. */
    List<UUID> ids(Kept.Rows rows, Instant before, UUID after, int most) {
        return db.sql("""
                        SELECT id
                          FROM %s
                         WHERE id > :after AND %s
                         ORDER BY id
                         LIMIT :most
                        """.formatted(rows.table(), rows.old()))
                .param("after", after)
                .param("before", before.atOffset(UTC))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
