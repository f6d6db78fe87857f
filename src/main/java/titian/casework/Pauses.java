package titian.casework;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.ApplicationId;

/**
 * The table of times that do not count: a file was with its applicant, waited for somebody outside the office, or lay ready
 * or closed.
 */
@Repository
class Pauses {

    private static final int MOST = 50;

    private final JdbcClient db;

    Pauses(JdbcClient db) {
        this.db = db;
    }

    /** Why the office's clock stood still. */
    enum Why {
        /** Papers were with the applicant to be mended. */
        APPLICANT,
        /** The civil registry has to answer or to correct something. */
        DUKCAPIL,
        /** Another office has to answer. */
        ANOTHER_OFFICE,
        /** A system the check needs is out of order. */
        OUTAGE,
        /** Its papers had been found ready. */
        READY,
        /** It was closed with a visit that was over or given up. */
        CLOSED;

        String text() {
            return "casework.pause." + name();
        }

        /** Whether an officer may say so; the others follow from what happens. */
        boolean isChosen() {
            return switch (this) {
                case DUKCAPIL, ANOTHER_OFFICE, OUTAGE -> true;
                case APPLICANT, READY, CLOSED -> false;
            };
        }
    }

    /** One time that did not count. */
    record Pause(Why why, Instant since, Instant until) {

        Duration length() {
            return Duration.between(since, until);
        }
    }

    void add(ApplicationId application, Pause pause) {
        db.sql("""
                        INSERT INTO casework.pause (application, why, since, until)
                        VALUES (:application, :why, :since, :until)
                        """)
                .param("application", application.value())
                .param("why", pause.why().name())
                .param("since", pause.since().atOffset(UTC))
                .param("until", pause.until().atOffset(UTC))
                .update();
    }

    /** Those that are over, the earliest first. */
    List<Pause> of(ApplicationId application) {
        return db.sql("""
                        SELECT why, since, until
                          FROM casework.pause
                         WHERE application = :application
                         ORDER BY since
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST)
                .query((row, _) -> new Pause(
                        Why.valueOf(row.getString("why")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }
}
