package titian.waitingroom;

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

/** Who wishes to be told before a waiting room opens, and who has been. */
@Repository
class Reminders {

    private final JdbcClient db;

    Reminders(JdbcClient db) {
        this.db = db;
    }

    /** Wishing twice is wishing once. */
    void add(ReleaseId release, AccountId account, Instant now) {
        db.sql("""
                        INSERT INTO waitingroom.reminder (id, release, account, asked_at)
                        VALUES (gen_random_uuid(), :release, :account, :now)
                            ON CONFLICT ON CONSTRAINT one_reminder_per_person DO NOTHING
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** One that has gone out stays, so that nobody is told twice. */
    void remove(ReleaseId release, AccountId account) {
        db.sql("""
                        DELETE FROM waitingroom.reminder
                         WHERE release = :release AND account = :account AND told_at IS NULL
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .update();
    }

    boolean isWished(ReleaseId release, AccountId account) {
        return db.sql("""
                        SELECT EXISTS (SELECT
                                         FROM waitingroom.reminder
                                        WHERE release = :release AND account = :account)
                        """)
                .param("release", release.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Reminder> find(UUID id) {
        return db.sql("SELECT id, account, release FROM waitingroom.reminder WHERE id = :id")
                .param("id", id)
                .query(Reminders::reminder)
                .optional();
    }

    /** Marks some of those to be told now as told; whoever another node is telling is left to it. */
    List<Reminder> takeDue(Instant now, Instant roomOpensBefore, int limit) {
        return db.sql("""
                        UPDATE waitingroom.reminder
                           SET told_at = :now
                         WHERE id = ANY (ARRAY(
                             SELECT reminder.id
                               FROM waitingroom.reminder reminder
                               JOIN waitingroom.release release ON release.id = reminder.release
                              WHERE reminder.told_at IS NULL
                                AND release.room_opens_at <= :before
                                AND release.opens_at > :now
                                AND release.withdrawn_at IS NULL
                              LIMIT :limit
                                FOR UPDATE OF reminder SKIP LOCKED))
                        RETURNING id, account, release
                        """)
                .param("now", now.atOffset(UTC))
                .param("before", roomOpensBefore.atOffset(UTC))
                .param("limit", limit)
                .query(Reminders::reminder)
                .list();
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                new ReleaseId(row.getObject("release", UUID.class)));
    }
}
