package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;

/** Booked visits and how far each has come. */
@Repository
class Appointments {

    private static final int ARRIVALS = 2_000;

    private static final RowMapper<Appointment> APPOINTMENT = new SimplePropertyRowMapper<>(Appointment.class);

    private final JdbcClient db;

    Appointments(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds a held appointment, unless the person already has a live one.
     *
     * @return the person's live appointment: this one, or the one they had
     */
    AppointmentId add(AppointmentId id, SlotId slot, ApplicationId application, Nik nik, Instant until, Instant now) {
        var live = db.sql("""
                        INSERT INTO booking.appointment (id, code, application, nik, slot, state, held_until, booked_at)
                        VALUES (:id,
                                (SELECT code
                                   FROM unnest(CAST(:codes AS text[])) AS candidate (code)
                                  WHERE NOT EXISTS (SELECT
                                                      FROM booking.appointment used
                                                     WHERE used.code = candidate.code)
                                  LIMIT 1),
                                :application, :nik, :slot, 'HELD', :until, :now)
                            ON CONFLICT (nik) WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                            DO UPDATE SET nik = excluded.nik
                        RETURNING id
                        """)
                .param("id", id.value())
                .param("codes", codes())
                .param("application", application.value())
                .param("nik", nik.value())
                .param("slot", slot.value())
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .single();
        return new AppointmentId(live);
    }

    /** A few codes to take the first unused one from: among millions in use, one alone would now and then be taken. */
    private static String[] codes() {
        return Stream.generate(BookingCode::next)
                .limit(3)
                .map(BookingCode::value)
                .toArray(String[]::new);
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
                        SELECT appointment.id, code, application, slot, office, starts_at, ends_at,
                               state, held_until, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE appointment.id = :id
                        """).param("id", id.value()).query(APPOINTMENT).optional();
    }

    Optional<Appointment> find(BookingCode code) {
        return db.sql("""
                        SELECT appointment.id, code, application, slot, office, starts_at, ends_at,
                               state, held_until, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE code = :code
                        """).param("code", code.value()).query(APPOINTMENT).optional();
    }

    /** The one appointment the person has ahead. */
    Optional<Appointment> live(Nik nik) {
        return db.sql("""
                        SELECT appointment.id, code, application, slot, office, starts_at, ends_at,
                               state, held_until, checked_in_at
                          FROM booking.appointment
                          JOIN booking.slot ON slot.id = appointment.slot
                         WHERE nik = :nik AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                        """).param("nik", nik.value()).query(APPOINTMENT).optional();
    }

    /** The confirmed appointments of a span of time and what became of them, in order of the hour. */
    List<Appointment> arrivals(OfficeId office, Instant from, Instant until) {
        return db.sql("""
                        SELECT appointment.id, code, application, slot, office, starts_at, ends_at,
                               state, held_until, checked_in_at
                          FROM booking.slot
                          JOIN booking.appointment ON appointment.slot = slot.id
                         WHERE office = :office AND starts_at >= :from AND starts_at < :until
                           AND state NOT IN ('HELD', 'EXPIRED')
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
