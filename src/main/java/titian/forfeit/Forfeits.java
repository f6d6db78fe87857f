package titian.forfeit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.forfeit.Forfeit.Moment;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The moments at which fees may be lost, and the warnings of each that are still to be given. */
@Repository
class Forfeits {

    private static final int MOST_SHOWN = 10;

    private final JdbcClient db;

    Forfeits(JdbcClient db) {
        this.db = db;
    }

    /** Puts a moment in place of the one of its kind; false if it was known just so. */
    boolean put(Forfeit forfeit) {
        return db.sql("""
                        INSERT INTO forfeit.forfeit AS known (application, account, moment, lost_at, zone)
                        VALUES (:application, :account, :moment, :lostAt, :zone)
                        ON CONFLICT ON CONSTRAINT one_forfeit_of_a_moment DO UPDATE
                           SET lost_at = excluded.lost_at, zone = excluded.zone, warned_at = NULL
                         WHERE known.lost_at <> excluded.lost_at
                        """)
                        .param("application", forfeit.application().value())
                        .param("account", forfeit.account().value())
                        .param("moment", forfeit.moment().name())
                        .param("lostAt", forfeit.lostAt().atOffset(UTC))
                        .param("zone", forfeit.zone().getId())
                        .update()
                == 1;
    }

    void plan(Forfeit forfeit, Collection<Instant> warnings) {
        db.sql("DELETE FROM forfeit.warning WHERE application = :application AND moment = :moment")
                .param("application", forfeit.application().value())
                .param("moment", forfeit.moment().name())
                .update();
        for (var dueAt : warnings) {
            db.sql("""
                            INSERT INTO forfeit.warning (application, moment, due_at)
                            VALUES (:application, :moment, :dueAt)
                            ON CONFLICT ON CONSTRAINT one_warning_at_a_time DO NOTHING
                            """)
                    .param("application", forfeit.application().value())
                    .param("moment", forfeit.moment().name())
                    .param("dueAt", dueAt.atOffset(UTC))
                    .update();
        }
    }

    void remove(ApplicationId application, Moment moment) {
        db.sql("DELETE FROM forfeit.forfeit WHERE application = :application AND moment = :moment")
                .param("application", application.value())
                .param("moment", moment.name())
                .update();
    }

    void warned(ApplicationId application, Moment moment, Instant at) {
        db.sql("UPDATE forfeit.forfeit SET warned_at = :at WHERE application = :application AND moment = :moment")
                .param("at", at.atOffset(UTC))
                .param("application", application.value())
                .param("moment", moment.name())
                .update();
    }

    Optional<Forfeit> find(ApplicationId application, Moment moment) {
        return db.sql("SELECT * FROM forfeit.forfeit WHERE application = :application AND moment = :moment")
                .param("application", application.value())
                .param("moment", moment.name())
                .query(Forfeits::forfeit)
                .optional();
    }

    /** Those of which the account was warned and that lie ahead, the nearest first. */
    List<Forfeit> near(AccountId account, Instant now) {
        return db.sql("""
                        SELECT *
                          FROM forfeit.forfeit
                         WHERE account = :account AND warned_at IS NOT NULL AND lost_at > :now
                         ORDER BY lost_at
                         LIMIT :most
                        """)
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .param("most", MOST_SHOWN)
                .query(Forfeits::forfeit)
                .list();
    }

    /**
     * Takes warnings that are due, for good; the same moment's at once are one. The moment is taken before its warnings, as
     * whoever lifts it does.
     */
    List<ForfeitNear> takeDue(Instant now, int limit) {
        return db
                .sql("""
                        DELETE FROM forfeit.warning
                         WHERE ctid = ANY (ARRAY(
                             SELECT due.ctid
                               FROM forfeit.warning due
                               JOIN forfeit.forfeit USING (application, moment)
                              WHERE due.due_at <= :now
                              ORDER BY due.due_at
                              LIMIT :limit
                                FOR UPDATE OF forfeit SKIP LOCKED))
                        RETURNING application, moment
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> new ForfeitNear(
                        new ApplicationId(row.getObject("application", UUID.class)),
                        Moment.valueOf(row.getString("moment"))))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM forfeit.forfeit WHERE application = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    private static Forfeit forfeit(ResultSet row, int number) throws SQLException {
        return new Forfeit(
                new ApplicationId(row.getObject("application", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                Moment.valueOf(row.getString("moment")),
                row.getObject("lost_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")));
    }
}
