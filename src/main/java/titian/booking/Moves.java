package titian.booking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.slot.SlotId;

/** Where appointments have been before. */
@Repository
class Moves {

    private static final int MOST_SHOWN = 50;

    private static final RowMapper<Move> MOVE = new SimplePropertyRowMapper<>(Move.class);

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

    /** Whether an office moved this appointment from one window to the other. */
    boolean byOffice(AppointmentId appointment, SlotId from, SlotId to) {
        return db.sql("""
                        SELECT EXISTS (SELECT 1
                                         FROM booking.move
                                         JOIN booking.move_by_office ON move_by_office.key = move.key
                                        WHERE move.appointment = :appointment
                                          AND move.from_slot = :from AND move.to_slot = :to)
                        """)
                .param("appointment", appointment.value())
                .param("from", from.value())
                .param("to", to.value())
                .query(Boolean.class)
                .single();
    }

    /** Each move of an appointment, the first one first. */
    List<Move> of(AppointmentId appointment) {
        return db.sql("""
                        SELECT former.starts_at AS former, later.starts_at AS later, moved_at
                          FROM booking.move
                          JOIN booking.slot former ON former.id = move.from_slot
                          JOIN booking.slot later ON later.id = move.to_slot
                         WHERE move.appointment = :appointment
                         ORDER BY move.number
                         LIMIT :limit
                        """)
                .param("appointment", appointment.value())
                .param("limit", MOST_SHOWN)
                .query(MOVE)
                .list();
    }
}
