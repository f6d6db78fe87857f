package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The table of what happened to applications. Rows are added and never changed. */
@Repository
class Happenings {

    private static final int MOST_TOLD = 100;

    private final JdbcClient db;

    Happenings(JdbcClient db) {
        this.db = db;
    }

    void add(ApplicationId application, Instant at, String what, String cameTo, @Nullable AccountId account) {
        db.sql("""
                        INSERT INTO casework.happening (application, at, what, came_to, account)
                        VALUES (:application, :at, :what, :cameTo, :account)
                        """)
                .param("application", application.value())
                .param("at", at.atOffset(UTC))
                .param("what", what)
                .param("cameTo", cameTo)
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .update();
    }

    /** The latest first; what lies further back is in the audit. */
    List<Timeline.Line> of(ApplicationId application, int most) {
        return db.sql("""
                        SELECT at, what, came_to, account
                          FROM casework.happening
                         WHERE application = :application
                         ORDER BY number DESC
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", most)
                .query(Happenings::line)
                .list();
    }

    /** Those of these kinds, the latest first: however much else happened, it hides none of them. */
    List<Timeline.Line> of(ApplicationId application, Set<String> kinds) {
        return db.sql("""
                        SELECT at, what, came_to, account
                          FROM casework.happening
                         WHERE application = :application
                           AND what || CASE came_to WHEN '' THEN '' ELSE '.' || came_to END = ANY (:kinds)
                         ORDER BY number DESC
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", MOST_TOLD)
                .query(Happenings::line)
                .list();
    }

    private static Timeline.Line line(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Timeline.Line(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getString("came_to"),
                account == null ? null : new AccountId(account));
    }
}
