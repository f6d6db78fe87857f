package titian.application;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.AppointmentId;
import titian.shared.ApplicationId;

/** The table of places that are kept for those who paid late. */
@Repository
class KeptPlaces {

    private final JdbcClient db;

    KeptPlaces(JdbcClient db) {
        this.db = db;
    }

    /** Only the latest matters. */
    void keep(ApplicationId application, KeptPlace place) {
        db.sql("""
                        INSERT INTO application.kept_place (application, appointment, until)
                        VALUES (:application, :appointment, :until)
                        ON CONFLICT (application)
                        DO UPDATE SET appointment = excluded.appointment, until = excluded.until
                        """)
                .param("application", application.value())
                .param("appointment", place.appointment().value())
                .param("until", place.until().atOffset(UTC))
                .update();
    }

    /** What is still kept for an application that waits for a new time. */
    Optional<KeptPlace> find(ApplicationId application, Instant now) {
        return db.sql("""
                        SELECT kept.appointment, kept.until
                          FROM application.kept_place kept
                          JOIN application.application ON application.id = kept.application
                         WHERE kept.application = :application AND kept.until > :now
                           AND application.stage = 'EXPIRED' AND application.paid_late
                        """)
                .param("application", application.value())
                .param("now", now.atOffset(UTC))
                .query((row, _) -> new KeptPlace(
                        new AppointmentId(row.getObject("appointment", UUID.class)),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
