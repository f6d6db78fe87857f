package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** The table of what happened to applications. Rows are added and never changed. */
@Repository
class Happenings {

    /** More than an application goes through; what lies further back is in the audit. */
    private static final int MOST = 100;

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

    /** The latest first. */
    List<Timeline.Line> of(ApplicationId application) {
        return db.sql("""
                        SELECT at, what, came_to, account
                          FROM casework.happening
                         WHERE application = :application
                         ORDER BY number DESC
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST)
                .query((row, _) -> {
                    var account = row.getObject("account", UUID.class);
                    return new Timeline.Line(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("what"),
                            row.getString("came_to"),
                            account == null ? null : new AccountId(account));
                })
                .list();
    }
}
