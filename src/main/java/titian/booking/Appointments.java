package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;
import titian.shared.PartyId;
import titian.slot.SlotId;

/** Booked visits and how far each has come. */
@Repository
class Appointments {

    private static final int ARRIVALS = 2_000;

    private static final RowMapper<Appointment> APPOINTMENT = new SimplePropertyRowMapper<>(Appointment.class);

    private static final RowMapper<Left> LEFT = new SimplePropertyRowMapper<>(Left.class);

    private final JdbcClient db;

    Appointments(JdbcClient db) {
        this.db = db;
    }

    /** Takes one step of an appointment's life; false if it was not there to take it. */
    boolean move(AppointmentId id, AppointmentState from, AppointmentState to) {
        return db.sql("UPDATE booking.appointment SET state = :to WHERE id = :id AND state = :from")
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Makes a held place its holder's until then; false if it has been given back. */
    boolean claim(AppointmentId id, Instant until) {
        return db.sql("""
                        UPDATE booking.appointment
                           SET claimed = true, held_until = :until
                         WHERE id = :id AND state = 'HELD'
                        """)
                        .param("id", id.value())
                        .param("until", until.atOffset(UTC))
                        .update()
                == 1;
    }

    /** A place that an appointment has given up. */
    record Left(AppointmentId appointment, SlotId slot, OfficeId office) {}

    /**
     * Ends an appointment so that its place is free; nothing if it was not in that state. The place is the one it has
     * when its turn comes, even if it was moved while this waited.
     */
    Optional<Left> leave(AppointmentId id, AppointmentState from, AppointmentState to) {
        return db.sql("""
                        UPDATE booking.appointment
                           SET state = :to
                         WHERE id = :id AND state = :from
                        RETURNING id AS appointment,
                                  appointment.slot,
                                  (SELECT office FROM booking.slot WHERE slot.id = appointment.slot) AS office
                        """)
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .query(LEFT)
                .optional();
    }

    /** Ends some of the holds that nobody claimed in time. Nodes that do so at once take different ones. */
    List<Left> expireUnclaimed(Instant now, int limit) {
        return db.sql("""
                        UPDATE booking.appointment
                           SET state = 'EXPIRED'
                          FROM booking.slot
                         WHERE slot.id = appointment.slot
                           AND appointment.id = ANY (ARRAY(
                               SELECT id
                                 FROM booking.appointment
                                WHERE state = 'HELD' AND NOT claimed AND held_until <= :now
                                ORDER BY held_until
                                LIMIT :limit
                                  FOR UPDATE SKIP LOCKED))
                        RETURNING appointment.id AS appointment, slot.id AS slot, slot.office
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(LEFT)
                .list();
    }

    /** Lets a confirmed person in; false if it was not confirmed, or somebody else was quicker. */
    boolean checkIn(AppointmentId id, Instant at) {
        return db.sql("""
                        UPDATE booking.appointment
                           SET state = 'CHECKED_IN', checked_in_at = :at
                         WHERE id = :id AND state = 'CONFIRMED'
                        """).param("id", id.value()).param("at", at.atOffset(UTC)).update() == 1;
    }

    Optional<Appointment> find(AppointmentId id) {
        return db.sql("""
                        SELECT appointment.id, party, code, account, application, person, slot, office, lane, channel,
                               starts_at, ends_at, state, held_until, claimed, moves, booked_at, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE appointment.id = :id
                        """).param("id", id.value()).query(APPOINTMENT).optional();
    }

    Optional<Appointment> find(BookingCode code) {
        return db.sql("""
                        SELECT appointment.id, party, code, account, application, person, slot, office, lane, channel,
                               starts_at, ends_at, state, held_until, claimed, moves, booked_at, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE code = :code
                           AND code > ''
                           AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                         UNION ALL
                        SELECT appointment.id, party, code, account, application, person, slot, office, lane, channel,
                               starts_at, ends_at, state, held_until, claimed, moves, booked_at, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE code = :code
                           AND state IN ('DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED')
                         LIMIT 1
                        """).param("code", code.value()).query(APPOINTMENT).optional();
    }

    /** Those who were booked together, in the order they were named. */
    List<Appointment> together(PartyId party) {
        return db.sql("""
                        SELECT appointment.id, party, code, account, application, person, slot, office, lane, channel,
                               starts_at, ends_at, state, held_until, claimed, moves, booked_at, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE appointment.id = :party OR (party = :party AND party <> appointment.id)
                         ORDER BY appointment.id
                         LIMIT :limit
                        """)
                .param("party", party.value())
                .param("limit", Terms.MOST_TOGETHER)
                .query(APPOINTMENT)
                .list();
    }

    /** Who has places by the request with this key now. */
    Optional<PartyId> answered(UUID key) {
        return db.sql("""
                        SELECT party
                          FROM booking.appointment
                         WHERE key = :key AND key IS NOT NULL
                           AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                         LIMIT 1
                        """)
                .param("key", key)
                .query((row, _) -> new PartyId(row.getObject("party", UUID.class)))
                .optional();
    }

    /** The confirmed appointments of a span of time and what became of them, in order of the hour. */
    List<Appointment> arrivals(OfficeId office, Instant from, Instant until) {
        return db.sql("""
                        SELECT appointment.id, party, code, account, application, person, slot, office, lane, channel,
                               starts_at, ends_at, state, held_until, claimed, moves, booked_at, checked_in_at
                          FROM booking.slot
                          JOIN booking.appointment ON appointment.slot = slot.id
                         WHERE office = :office AND starts_at >= :from AND starts_at < :until
                           AND state NOT IN ('HELD', 'CANCELLED', 'EXPIRED')
                         ORDER BY starts_at, booked_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("limit", ARRIVALS)
                .query(APPOINTMENT)
                .list();
    }
}
