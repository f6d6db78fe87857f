package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Kept;
import titian.shared.AccountId;

/**
 * The rows that are too old, of whatever table its module names, and of nobody whose data are ordered to be kept: the one
 * place where tables are not written out.
 */
@Repository
class OldRows {

    private final JdbcClient db;
    private final OrderedHolds ordered;
    private final HeldRows held;

    OldRows(JdbcClient db, OrderedHolds ordered, HeldRows held) {
        this.db = db;
        this.ordered = ordered;
        this.held = held;
    }

    long count(Kept.Rows rows, Instant before) {
        var kept = ordered.accounts();
        return db.sql("SELECT count(*) FROM %s WHERE %s".formatted(rows.table(), old(rows, kept)))
                .param("before", before.atOffset(UTC))
                .param("held", ids(kept))
                .query(Long.class)
                .single();
    }

    /** Deletes some of them; those somebody else has in hand wait for the next time. */
    int delete(Kept.Rows rows, Instant before, int most) {
        var kept = ordered.accountsUntilTheEnd();
        return db.sql("""
                        DELETE FROM %1$s
                         WHERE ctid = ANY (ARRAY(
                             SELECT ctid
                               FROM %1$s
                              WHERE %2$s
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        """.formatted(rows.table(), old(rows, kept)))
                .param("before", before.atOffset(UTC))
                .param("held", ids(kept))
                .param("most", most)
                .update();
    }

    /** The ids of some of them, beyond those that were looked at before. */
    List<UUID> ids(Kept.Rows rows, Instant before, UUID after, int most) {
        var kept = ordered.accounts();
        return db.sql("""
                        SELECT id
                          FROM %s
                         WHERE id > :after AND %s
                         ORDER BY id
                         LIMIT :most
                        """.formatted(rows.table(), old(rows, kept)))
                .param("after", after)
                .param("before", before.atOffset(UTC))
                .param("held", ids(kept))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private String old(Kept.Rows rows, List<AccountId> kept) {
        return kept.isEmpty()
                ? "(%s)".formatted(rows.old())
                : "(%s) AND %s IS NOT TRUE".formatted(rows.old(), held.condition(rows.table()));
    }

    private static UUID[] ids(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
