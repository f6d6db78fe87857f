package titian.booking;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where appointments have been before. */
@Repository
class Moves {

    private final JdbcClient db;

    Moves(JdbcClient db) {
        this.db = db;
    }

    /** What was asked for under this key, if a move was. */
    Optional<UUID> request(UUID key) {
        return db.sql("SELECT request FROM booking.move WHERE key = :key LIMIT 1")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** The office asks for the move of this key: noted before it is made, so that it never counts as the person's. */
    void noteByOffice(UUID key) {
        db.sql("INSERT INTO booking.move_by_office (key) VALUES (:key) ON CONFLICT DO NOTHING")
                .param("key", key)
                .update();
    }

    /** How often an office moved this appointment. */
    int byOffice(AppointmentId appointment) {
        return db.sql("""
                        SELECT count(*)
                          FROM booking.move
                          JOIN booking.move_by_office ON move_by_office.key = move.key
                         WHERE move.appointment = :appointment
                        """)
                .param("appointment", appointment.value())
                .query(Integer.class)
                .single();
    }
}
