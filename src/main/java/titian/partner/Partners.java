package titian.partner;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** The table of partners. One whose agreement ended stays: it says for whom somebody acted. */
@Repository
class Partners {

    private static final int MOST = 200;

    private final JdbcClient db;

    Partners(JdbcClient db) {
        this.db = db;
    }

    /** Adds it, unless the office has one of that name. */
    boolean add(Partner partner) {
        return db.sql("""
                        INSERT INTO partner.partner (id, office, name, since)
                        VALUES (:id, :office, :name, :since)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", partner.id().value())
                        .param("office", partner.office().value())
                        .param("name", partner.name())
                        .param("since", partner.since().atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Partner> find(OfficeId id) {
        return db.sql("SELECT id, office, name, since, ended_at FROM partner.partner WHERE id = :id")
                .param("id", id.value())
                .query(Partners::partner)
                .optional();
    }

    /** Those of an office, the present ones first. */
    List<Partner> of(OfficeId office) {
        return db.sql("""
                        SELECT id, office, name, since, ended_at
                          FROM partner.partner
                         WHERE office = :office
                         ORDER BY ended_at IS NOT NULL, name, id
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", MOST)
                .query(Partners::partner)
                .list();
    }

    boolean end(OfficeId id, OfficeId office, Instant now) {
        return db.sql("""
                        UPDATE partner.partner
                           SET ended_at = :now
                         WHERE id = :id AND office = :office AND ended_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("office", office.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Partner(
                new OfficeId(row.getString("id")),
                new OfficeId(row.getString("office")),
                row.getString("name"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
