package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.casework.Sieve.After;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * The worklist of an office, what is due first at the top. Each page goes on after the last line of the one before, so
 * the thousandth costs what the first does.
 */
@Repository
class Worklist {

    /** Beyond this nobody counts: a figure that grows with the list would make the page grow slower with it. */
    static final int MOST_COUNTED = 100;

    private final JdbcClient db;

    Worklist(JdbcClient db) {
        this.db = db;
    }

    /** One file on the list. */
    record Row(
            ApplicationId application,
            String service,
            Instant dueAt,
            Instant visitAt,
            boolean repaired,
            @Nullable AccountId holder,
            @Nullable Instant heldUntil) {

        After place() {
            return new After(dueAt, application);
        }
    }

    List<Row> page(OfficeId office, AccountId officer, Sieve sieve, Instant now, int most) {
        return switch (sieve.which()) {
            case ALL -> sieve.service().isEmpty() ? all(office, sieve, most) : ofService(office, sieve, most);
            case REPAIRED -> repaired(office, sieve, most);
            case RETURNED -> returned(office, sieve, most);
            case PAUSED -> paused(office, sieve, most);
            case LATE -> late(office, sieve, now, most);
            case MINE -> mine(office, officer, now, most);
        };
    }

    private List<Row> all(OfficeId office, Sieve sieve, int most) {
        return rows(db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND standing IN ('WAITING', 'REPAIRED')
                           AND (due_at, application) > (:due, :after)
                         ORDER BY due_at, application
                         LIMIT :most
                        """), office, sieve, most);
    }

    private List<Row> ofService(OfficeId office, Sieve sieve, int most) {
        return rows(db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND service = :service AND standing IN ('WAITING', 'REPAIRED')
                           AND (due_at, application) > (:due, :after)
                         ORDER BY due_at, application
                         LIMIT :most
                        """).param("service", sieve.service()), office, sieve, most);
    }

    private List<Row> repaired(OfficeId office, Sieve sieve, int most) {
        return rows(db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND standing = 'REPAIRED'
                           AND (due_at, application) > (:due, :after)
                         ORDER BY due_at, application
                         LIMIT :most
                        """), office, sieve, most);
    }

    /** What is with its owner is due when it should be mended. */
    private List<Row> returned(OfficeId office, Sieve sieve, int most) {
        return rows(db.sql("""
                        SELECT application, service, repair_by AS due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND standing = 'RETURNED'
                           AND (repair_by, application) > (:due, :after)
                         ORDER BY repair_by, application
                         LIMIT :most
                        """), office, sieve, most);
    }

    private List<Row> paused(OfficeId office, Sieve sieve, int most) {
        return rows(db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND standing = 'PAUSED'
                           AND (due_at, application) > (:due, :after)
                         ORDER BY due_at, application
                         LIMIT :most
                        """), office, sieve, most);
    }

    private List<Row> late(OfficeId office, Sieve sieve, Instant now, int most) {
        return rows(db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE office = :office AND standing IN ('WAITING', 'REPAIRED')
                           AND (due_at, application) > (:due, :after) AND due_at < :now
                         ORDER BY due_at, application
                         LIMIT :most
                        """).param("now", now.atOffset(UTC)), office, sieve, most);
    }

    private static List<Row> rows(JdbcClient.StatementSpec asked, OfficeId office, Sieve sieve, int most) {
        var after = sieve.after();
        return asked.param("office", office.value())
                .param("due", (after == null ? Instant.EPOCH : after.dueAt()).atOffset(UTC))
                .param(
                        "after",
                        after == null ? new UUID(0, 0) : after.application().value())
                .param("most", most)
                .query(Worklist::row)
                .list();
    }

    private List<Row> mine(OfficeId office, AccountId officer, Instant now, int most) {
        return db.sql("""
                        SELECT application, service, due_at, visit_at, standing, claimed_by, claimed_until
                          FROM casework.file
                         WHERE claimed_by = :officer AND office = :office AND claimed_until > :now
                         ORDER BY due_at, application
                         LIMIT :most
                        """)
                .param("officer", officer.value())
                .param("office", office.value())
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(Worklist::row)
                .list();
    }

    /** How many there are to check, up to {@link #MOST_COUNTED}. */
    int count(OfficeId office) {
        return db.sql("""
                        SELECT count(*)
                          FROM (SELECT 1
                                  FROM casework.file
                                 WHERE office = :office AND standing IN ('WAITING', 'REPAIRED')
                                 LIMIT :most) AS counted
                        """)
                .param("office", office.value())
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Lends the officer what they have in hand already; with empty hands, what is due first and in nobody's. */
    Optional<ApplicationId> takeNext(OfficeId office, AccountId officer, Instant now, Instant until) {
        return db.sql("""
                        UPDATE casework.file
                           SET claimed_by = :officer, claimed_until = :until
                         WHERE application = ANY (ARRAY(
                             SELECT COALESCE(
                                 (SELECT application
                                    FROM casework.file
                                   WHERE claimed_by = :officer AND office = :office AND claimed_until > :now
                                   ORDER BY due_at, application
                                   LIMIT 1
                                     FOR UPDATE SKIP LOCKED),
                                 (SELECT application
                                    FROM casework.file
                                   WHERE office = :office AND standing IN ('WAITING', 'REPAIRED')
                                     AND (claimed_by IS NULL OR claimed_by = :officer OR claimed_until <= :now)
                                   ORDER BY due_at, application
                                   LIMIT 1
                                     FOR UPDATE SKIP LOCKED))))
                        RETURNING application
                        """)
                .param("office", office.value())
                .param("officer", officer.value())
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(ApplicationId::new);
    }

    /** The officer is at the worklist now. */
    void seen(AccountId officer, OfficeId office, Instant now) {
        db.sql("""
                        INSERT INTO casework.duty (officer, office, seen_at)
                        VALUES (:officer, :office, :now)
                        ON CONFLICT (officer) DO UPDATE SET office = excluded.office, seen_at = excluded.seen_at
                        """)
                .param("officer", officer.value())
                .param("office", office.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    boolean isOnDuty(AccountId officer, OfficeId office, Instant since) {
        return db.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM casework.duty
                             WHERE officer = :officer AND office = :office AND seen_at >= :since)
                        """)
                .param("officer", officer.value())
                .param("office", office.value())
                .param("since", since.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var holder = row.getObject("claimed_by", UUID.class);
        return new Row(
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("service"),
                instant(row, "due_at"),
                instant(row, "visit_at"),
                row.getString("standing").equals("REPAIRED"),
                holder == null ? null : new AccountId(holder),
                holder == null ? null : instant(row, "claimed_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
