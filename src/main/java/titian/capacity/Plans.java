package titian.capacity;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** How often each office's plan was changed, and who did so last. */
@Repository
class Plans {

    /** A version of a plan; number nought is the plan nobody has touched. */
    record Version(int number, String changedBy, Instant changedAt) {

        static final Version FIRST = new Version(0, "", Instant.EPOCH);
    }

    private final JdbcClient db;

    Plans(JdbcClient db) {
        this.db = db;
    }

    Version version(OfficeId office) {
        return db.sql("""
                        SELECT version AS number, changed_by, changed_at
                          FROM capacity.plan
                         WHERE office = :office
                        """)
                .param("office", office.value())
                .query((row, _) -> new Version(
                        row.getInt("number"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional()
                .orElse(Version.FIRST);
    }

    /** Makes the next version out of this one; false if somebody else has. */
    boolean advance(OfficeId office, int from, String by, Instant now) {
        return db.sql("""
                        INSERT INTO capacity.plan AS plan (office, version, changed_by, changed_at)
                        SELECT :office, :from + 1, :by, :now
                         WHERE :from = 0 OR EXISTS (SELECT FROM capacity.plan WHERE office = :office)
                            ON CONFLICT (office)
                            DO UPDATE SET version = plan.version + 1,
                                          changed_by = excluded.changed_by,
                                          changed_at = excluded.changed_at
                                    WHERE plan.version = :from
                        """)
                        .param("office", office.value())
                        .param("from", from)
                        .param("by", by)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
