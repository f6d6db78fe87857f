package titian.waitinglist;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/**
 * When the list of each office is to be looked at next. Whoever looks at a list holds its row, so that the places of one
 * office are given out in one order, on whatever node.
 */
@Repository
class Turns {

    private final JdbcClient db;

    Turns(JdbcClient db) {
        this.db = db;
    }

    /** Has the lists of these offices looked at soon; a time that is nearer stays. */
    void look(Collection<OfficeId> offices, Instant at) {
        db.sql("""
                        INSERT INTO waitinglist.turn AS turn (office, look_at)
                        SELECT office, :at
                          FROM unnest(CAST(:offices AS text[])) AS office
                         ORDER BY office
                            ON CONFLICT (office) DO UPDATE
                           SET look_at = excluded.look_at
                         WHERE turn.look_at > excluded.look_at
                        """)
                .param("offices", offices.stream().map(OfficeId::value).toArray(String[]::new))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Takes the office's turn, and lets nobody else have it until the transaction ends. */
    boolean take(OfficeId office) {
        return db.sql("SELECT office FROM waitinglist.turn WHERE office = :office FOR UPDATE")
                .param("office", office.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Takes the turn of an office that is due and that nobody looks at now. */
    Optional<OfficeId> takeDue(Instant now) {
        return db.sql("""
                        SELECT office
                          FROM waitinglist.turn
                         WHERE look_at <= :now
                         ORDER BY look_at
                         LIMIT 1
                           FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(UTC))
                .query((row, _) -> new OfficeId(row.getString("office")))
                .optional();
    }

    /** The office's turn is over until then. */
    void until(OfficeId office, Instant next) {
        db.sql("UPDATE waitinglist.turn SET look_at = :next WHERE office = :office")
                .param("office", office.value())
                .param("next", next.atOffset(UTC))
                .update();
    }

    /** Nobody waits there any more. */
    void forget(OfficeId office) {
        db.sql("DELETE FROM waitinglist.turn WHERE office = :office")
                .param("office", office.value())
                .update();
    }
}
