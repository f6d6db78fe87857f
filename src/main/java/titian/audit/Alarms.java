package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for patterns among the entries of the last weeks. */
@Repository
class Alarms {

    private static final int MOST = 100;

    private final JdbcClient db;

    Alarms(JdbcClient db) {
        this.db = db;
    }

    /** What was noticed since then, the latest first. */
    List<Alarm> since(Instant then) {
        return db.sql("""
                        WITH lately AS (
                            SELECT account, act, after, (at AT TIME ZONE 'Asia/Jakarta')::date AS day
                              FROM audit.entry
                             WHERE at >= :then AND account IS NOT NULL
                               AND act IN ('NUMBER_CALLED_OUT_OF_TURN', 'LOOKED', 'CHECKED_IN', 'NUMBER_CALLED',
                                           'SERVICE_BEGUN', 'APPLICATION_MOVED', 'FILE_TAKEN', 'PAPER_FOUND_GOOD',
                                           'PAPER_FOUND_BAD')
                        ), noticed AS (
                            SELECT 'OUT_OF_TURN' AS kind, account, day, count(*) AS count
                              FROM lately
                             WHERE act = 'NUMBER_CALLED_OUT_OF_TURN'
                             GROUP BY account, day
                            HAVING count(*) >= 5
                            UNION ALL
                            SELECT 'LOOKED_WITHOUT_TASK', account, day, count(*) FILTER (WHERE act = 'LOOKED')
                              FROM lately
                             WHERE act <> 'APPLICATION_MOVED'
                             GROUP BY account, day
                            HAVING count(*) FILTER (WHERE act = 'LOOKED') >= 10
                               AND count(*) FILTER (WHERE act <> 'LOOKED') = 0
                            UNION ALL
                            SELECT 'CANCELLED_OFTEN', account, max(day), count(*)
                              FROM lately
                             WHERE act = 'APPLICATION_MOVED' AND after = 'CANCELLED'
                             GROUP BY account
                            HAVING count(*) >= 3
                        )
                        SELECT kind, account, day, count
                          FROM noticed
                         ORDER BY day DESC, count DESC
                         LIMIT :most
                        """)
                .param("then", then.atOffset(UTC))
                .param("most", MOST)
                .query((row, _) -> Alarm.of(
                        row.getString("kind"),
                        row.getObject("account", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getLong("count")))
                .list();
    }
}
