package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of patterns that were noticed, and how they are noticed among the entries of the last days. */
@Repository
class Alarms {

    private static final int MOST = 100;

    private final JdbcClient db;

    Alarms(JdbcClient db) {
        this.db = db;
    }

    /** What was noticed since that day, the latest first. Of what goes on over days only its latest state. */
    List<Alarm> since(LocalDate day) {
        return db.sql("""
                        SELECT kind, account, day, count
                          FROM audit.alarm AS noticed
                         WHERE day >= :day
                           AND (kind IN ('OUT_OF_TURN', 'LOOKED_WITHOUT_TASK')
                                OR NOT EXISTS (SELECT
                                                 FROM audit.alarm AS later
                                                WHERE later.kind = noticed.kind
                                                  AND later.account = noticed.account
                                                  AND later.day > noticed.day))
                         ORDER BY day DESC, count DESC
                         LIMIT :most
                        """)
                .param("day", day)
                .param("most", MOST)
                .query((row, _) -> Alarm.of(
                        row.getString("kind"),
                        row.getObject("account", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getLong("count")))
                .list();
    }

    /** Looks once more at what officers did on the days from this one on: a task that came later explains a look. */
    void judgeDaysOfOfficers(LocalDate first) {
        db.sql("DELETE FROM audit.alarm WHERE kind IN ('OUT_OF_TURN', 'LOOKED_WITHOUT_TASK') AND day >= :first")
                .param("first", first)
                .update();
        db.sql("""
                        WITH lately AS (
                            SELECT account, act, kind, (at AT TIME ZONE 'Asia/Jakarta')::date AS day
                              FROM audit.entry
                             WHERE at >= :then AND account IS NOT NULL
                               AND act IN ('NUMBER_CALLED_OUT_OF_TURN', 'LOOKED', 'CHECKED_IN', 'NUMBER_CALLED',
                                           'SERVICE_BEGUN', 'FILE_TAKEN', 'PAPER_FOUND_GOOD', 'PAPER_FOUND_BAD')
                        )
                        INSERT INTO audit.alarm (kind, account, day, count)
                        SELECT 'OUT_OF_TURN', account, day, count(*)
                          FROM lately
                         WHERE act = 'NUMBER_CALLED_OUT_OF_TURN'
                         GROUP BY account, day
                        HAVING count(*) >= 5
                         UNION ALL
                        SELECT 'LOOKED_WITHOUT_TASK', account, day, count(*) FILTER (WHERE act = 'LOOKED')
                          FROM lately
                         WHERE kind NOT LIKE '/petugas/loket%'
                         GROUP BY account, day
                        HAVING count(*) FILTER (WHERE act = 'LOOKED') >= 10
                           AND count(*) FILTER (WHERE act <> 'LOOKED') = 0
                            ON CONFLICT ON CONSTRAINT a_pattern_is_noticed_once_a_day
                            DO UPDATE SET count = excluded.count
                        """)
                .param("then", first.atStartOfDay(SealDesk.JAKARTA).toOffsetDateTime())
                .update();
    }

    /** Of those who gave up a visit lately: how often within weeks, and how often they then took another at once. */
    void judgeWhoGaveUp(Instant lately, Instant weeks) {
        db.sql("""
                        WITH step AS (
                            SELECT account, after, (at AT TIME ZONE 'Asia/Jakarta')::date AS day,
                                   lag(after) OVER (PARTITION BY account ORDER BY id) AS former
                              FROM audit.entry
                             WHERE at >= :weeks AND act = 'APPLICATION_MOVED'
                               AND after IN ('CANCELLED', 'SUBMITTED', 'SCHEDULED')
                               AND account IN (SELECT account
                                                 FROM audit.entry
                                                WHERE at >= :lately
                                                  AND act = 'APPLICATION_MOVED' AND after = 'CANCELLED')
                        )
                        INSERT INTO audit.alarm (kind, account, day, count)
                        SELECT 'CANCELLED_OFTEN', account, max(day), count(*)
                          FROM step
                         WHERE after = 'CANCELLED'
                         GROUP BY account
                        HAVING count(*) >= 3
                         UNION ALL
                        SELECT 'BOOKED_AGAIN', account, max(day), count(*)
                          FROM step
                         WHERE after <> 'CANCELLED' AND former = 'CANCELLED'
                         GROUP BY account
                        HAVING count(*) >= 3
                            ON CONFLICT ON CONSTRAINT a_pattern_is_noticed_once_a_day
                            DO UPDATE SET count = excluded.count
                        """)
                .param("lately", lately.atOffset(UTC))
                .param("weeks", weeks.atOffset(UTC))
                .update();
    }

    void note(Alarm alarm) {
        db.sql("""
                        INSERT INTO audit.alarm (kind, account, day, count)
                        VALUES (:kind, :account, :day, :count)
                            ON CONFLICT ON CONSTRAINT a_pattern_is_noticed_once_a_day
                            DO UPDATE SET count = excluded.count
                        """)
                .param("kind", alarm.kind().name())
                .param("account", alarm.account().value())
                .param("day", alarm.day())
                .param("count", alarm.count())
                .update();
    }

    void forgetBefore(LocalDate day) {
        db.sql("DELETE FROM audit.alarm WHERE day < :day").param("day", day).update();
    }
}
