package titian.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;

/** The table of patterns that were noticed, and how they are noticed among the entries of the last days. */
@Repository
class Alarms {

    private static final int MOST = 100;

    private final JdbcClient db;
    private final Entries entries;

    Alarms(JdbcClient db, Entries entries) {
        this.db = db;
        this.entries = entries;
    }

    /** What was noticed since that day, the latest first. Of what goes on over days only its latest state. */
    List<Alarm> since(LocalDate day) {
        return db.sql("""
                        SELECT kind, account, day, count
                          FROM audit.alarm AS noticed
                         WHERE day >= :day
                           AND (kind IN ('OUT_OF_TURN', 'LOOKED_WITHOUT_TASK', 'FILES_WITHOUT_TASK')
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

    /**
     * Looks once more at what officers did on the days from this one on: a task that came later explains a look. Whatever
     * is done to something of others' is a task; asking, looking, finding and taking away are none, nor is what somebody
     * does to their own account, as coming and going.
     */
    void judgeDaysOfOfficers(LocalDate first) {
        db.sql("DELETE FROM audit.alarm WHERE kind IN ('OUT_OF_TURN', 'LOOKED_WITHOUT_TASK') AND day >= :first")
                .param("first", first)
                .update();
        db.sql("""
                        WITH lately AS (
                            SELECT account, act, kind, (at AT TIME ZONE 'Asia/Jakarta')::date AS day
                              FROM audit.entry
                             WHERE at >= :then AND account IS NOT NULL AND office <> ''
                               AND act NOT IN ('ASKED', 'EXPORTED', 'UNMASKED', 'SIGNED_IN', 'SIGNED_OUT',
                                               'COUNTER_OPENED', 'COUNTER_TAKEN_OVER', 'COUNTER_CLOSED')
                               AND act NOT LIKE '%\\_FOUND'
                               AND (act = 'LOOKED' OR subject <> account::text)
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
                         WHERE kind NOT LIKE '/petugas/loket%' AND kind NOT LIKE '%{application}%'
                         GROUP BY account, day
                        HAVING count(*) FILTER (WHERE act = 'LOOKED') >= 10
                           AND count(*) FILTER (WHERE act <> 'LOOKED') = 0
                            ON CONFLICT ON CONSTRAINT a_pattern_is_noticed_once_a_day
                            DO UPDATE SET count = excluded.count
                        """)
                .param("then", first.atStartOfDay(SealDesk.JAKARTA).toOffsetDateTime())
                .update();
    }

    /**
     * Compares, file by file, what officers opened on the days from this one on with what they had to do with it, from
     * weeks before until the day after; an account or a form found at the counter is a file as well. Their own acts are a task,
     * and what they sent from the very page, as where money is taken; so is what waits for heads: a file brought before
     * them, an examination, a refusal proposed.
     */
    void judgeFilesOpened(LocalDate first) {
        db.sql("DELETE FROM audit.look_without_task WHERE day >= :first")
                .param("first", first)
                .update();
        db.sql("""
                        WITH look AS (
                            SELECT id, account, role, kind, split_part(subject, ' ', 1) AS file,
                                   (at AT TIME ZONE 'Asia/Jakarta')::date AS day
                              FROM audit.entry
                             WHERE at >= :then
                               AND (act = 'LOOKED' AND kind LIKE '%{application}%'
                                    OR act IN ('CUSTOMER_FOUND', 'FORM_FOUND'))
                        ), idle AS (
                            SELECT id, account, day, file
                              FROM look
                             WHERE NOT EXISTS (SELECT
                                                 FROM audit.entry AS task
                                                WHERE task.subject = look.file
                                                  AND (task.kind IN ('application', 'account')
                                                       OR task.kind = look.kind AND task.act = 'ASKED')
                                                  AND (task.at AT TIME ZONE 'Asia/Jakarta')::date
                                                      BETWEEN look.day - 30 AND look.day + 1
                                                  AND (task.account = look.account
                                                       AND task.act NOT IN ('UNMASKED', 'CUSTOMER_FOUND', 'FORM_FOUND',
                                                                            'LOOKED')
                                                       OR look.kind LIKE '/petugas/bap/%'
                                                          AND task.act = 'EXAMINATION_MOVED'
                                                       OR look.role LIKE '%SECTION_HEAD%'
                                                          AND (task.act = 'FILE_ESCALATED'
                                                               OR task.act = 'FILE_MOVED'
                                                                  AND task.after = 'REFUSAL_PROPOSED')))
                        )
                        INSERT INTO audit.look_without_task (entry, account, day, file)
                        SELECT id, account, day, file
                          FROM idle
                         WHERE (account, day) IN (SELECT account, day
                                                    FROM idle
                                                   GROUP BY account, day
                                                  HAVING count(DISTINCT file) >= 5)
                            ON CONFLICT DO NOTHING
                        """)
                .param("then", first.atStartOfDay(SealDesk.JAKARTA).toOffsetDateTime())
                .update();
        db.sql("DELETE FROM audit.alarm WHERE kind = 'FILES_WITHOUT_TASK' AND day >= :first")
                .param("first", first)
                .update();
        db.sql("""
                        INSERT INTO audit.alarm (kind, account, day, count)
                        SELECT 'FILES_WITHOUT_TASK', account, day, count(DISTINCT file)
                          FROM audit.look_without_task
                         WHERE day >= :first
                         GROUP BY account, day
                            ON CONFLICT ON CONSTRAINT a_pattern_is_noticed_once_a_day
                            DO UPDATE SET count = excluded.count
                        """).param("first", first).update();
    }

    /** The looks that are the evidence of that, the latest first. */
    List<Entry> looksWithoutTask(AccountId officer, LocalDate day, int limit) {
        return db.sql("""
                        SELECT id, at, entry.account, role, office, act, kind, subject, before, after, why, request
                          FROM audit.look_without_task AS look
                          JOIN audit.entry ON entry.id = look.entry
                         WHERE look.account = :officer AND look.day = :day
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("officer", officer.value())
                .param("day", day)
                .param("limit", limit)
                .query(entries::readable)
                .list();
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
        db.sql("DELETE FROM audit.look_without_task WHERE day < :day")
                .param("day", day)
                .update();
        db.sql("DELETE FROM audit.alarm WHERE day < :day").param("day", day).update();
    }
}
