package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** What comes before the head of a section: refusals that want a second person, and files past their deadline. */
@Repository
class Heads {

    private final JdbcClient db;

    Heads(JdbcClient db) {
        this.db = db;
    }

    List<ApplicationId> proposed(OfficeId office, int most) {
        return db.sql("""
                        SELECT application
                          FROM casework.file
                         WHERE office = :office AND standing = 'REFUSAL_PROPOSED'
                         ORDER BY standing_at
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    /** Files that have come before the head, what is due longest at the top. */
    List<ApplicationId> late(OfficeId office, int most) {
        return db.sql("""
                        SELECT application
                          FROM casework.file
                         WHERE office = :office AND escalated_at IS NOT NULL
                         ORDER BY due_at, application
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    /** Some files past their deadline and their office's patience of which nobody was told: each is taken once. */
    List<ApplicationId> takeEscalated(Instant now, int most) {
        return take("""
                standing IN ('WAITING', 'REPAIRED') AND due_at < :now
                AND due_at + make_interval(mins => (%s)) < :now
                """.formatted(pace("patience_minutes")), "due_at", now, most);
    }

    /**
     * Some files that still wait for somebody outside the office when their check should end: the visit does not wait. No
     * office's check ends more than ten days before it.
     */
    List<ApplicationId> takePausedTooLong(Instant now, int most) {
        return take("""
                standing = 'PAUSED' AND visit_at < :now + interval '10 days'
                AND visit_at - make_interval(hours => (%s)) < :now
                """.formatted(pace("hours_before_visit")), "visit_at", now, most);
    }

    /** Some files whose papers were not mended by the day that was set: nobody else would look at them before the visit. */
    List<ApplicationId> takeUnmended(Instant now, int most) {
        return take("standing = 'RETURNED' AND repair_by < :now", "repair_by", now, most);
    }

    /** The office's own figure, or everybody's. */
    private static String pace(String figure) {
        return """
                SELECT %s
                  FROM casework.pace
                 WHERE (pace.office = file.office OR pace.office IS NULL)
                   AND pace.valid_from <= :day
                 ORDER BY pace.office NULLS LAST, pace.valid_from DESC
                 LIMIT 1
                """.formatted(figure);
    }

    private List<ApplicationId> take(String condition, String first, Instant now, int most) {
        return db.sql("""
                        UPDATE casework.file
                           SET escalated_at = :now
                         WHERE application = ANY (ARRAY(
                             SELECT application
                               FROM casework.file
                              WHERE escalated_at IS NULL AND %s
                              ORDER BY %s
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        RETURNING application
                        """.formatted(condition, first))
                .param("now", now.atOffset(UTC))
                .param("day", Paces.day(now))
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }
}
