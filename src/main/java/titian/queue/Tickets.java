package titian.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** The table of queue numbers. Every step names the state it comes from, so a step taken twice is taken once. */
@Repository
class Tickets {

    private static final RowMapper<Ticket> TICKET = (row, _) -> new Ticket(
            new TicketId(row.getObject("id", UUID.class)),
            new OfficeId(row.getString("office")),
            row.getObject("day", LocalDate.class),
            row.getString("letter"),
            row.getInt("number"),
            new AppointmentId(row.getObject("appointment", UUID.class)),
            new ApplicationId(row.getObject("application", UUID.class)),
            row.getString("service"),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
            TicketState.valueOf(row.getString("state")),
            row.getInt("calls"),
            row.getObject("counter", Integer.class),
            officer(row),
            instant(row, "called_at"),
            instant(row, "started_at"),
            instant(row, "ended_at"));

    private final JdbcClient db;

    Tickets(JdbcClient db) {
        this.db = db;
    }

    /** Gives the next number of the letter, in one statement: two doors never give the same, and none is left out. */
    Ticket give(Appointment appointment, LocalDate day, String letter, String service, Officer door, Instant now) {
        return db.sql("""
                        WITH next AS (
                            INSERT INTO queue.numbering AS so_far (office, day, letter, given)
                            VALUES (:office, :day, :letter, 1)
                            ON CONFLICT ON CONSTRAINT one_numbering_a_day_and_letter
                            DO UPDATE SET given = so_far.given + 1
                            RETURNING given
                        )
                        INSERT INTO queue.ticket (id, office, day, letter, number, appointment, application, code,
                                                  service, let_in_by, due_at, arrived_at, state, calls)
                        SELECT :id, :office, :day, :letter, next.given, :appointment, :application, :code,
                               :service, :door, :due, :now, 'WAITING', 0
                        FROM next
                        RETURNING *
                        """)
                .param("id", TicketId.next().value())
                .param("office", appointment.office().value())
                .param("day", day)
                .param("letter", letter)
                .param("appointment", appointment.id().value())
                .param("application", appointment.application().value())
                .param("code", appointment.code().value())
                .param("service", service)
                .param("door", door.account().value())
                .param("due", appointment.startsAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(TICKET)
                .single();
    }

    /**
     * Calls whoever is due first; within an hour whom the law lets go first, then whoever came first. A ticket another
     * officer is just calling is passed over, not waited for, so two officers who press at once get two people.
     */
    Optional<Ticket> callNext(Duty duty, LocalDate day, Instant now) {
        return db.sql("""
                        UPDATE queue.ticket
                        SET state = 'CALLED', calls = 1, counter = :counter, officer = :officer, called_at = :now
                        WHERE id = (
                            SELECT id
                            FROM queue.ticket
                            WHERE office = :office AND day = :day AND state = 'WAITING'
                            ORDER BY due_at, letter <> 'P', arrived_at, number
                            LIMIT 1
                            FOR UPDATE SKIP LOCKED
                        )
                        RETURNING *
                        """)
                .param("office", duty.office().value())
                .param("day", day)
                .param("counter", duty.counter())
                .param("officer", duty.officer().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(TICKET)
                .optional();
    }

    /** Calls this one out of turn. */
    Optional<Ticket> call(Duty duty, LocalDate day, TicketId ticket, Instant now) {
        return step("""
                        UPDATE queue.ticket
                        SET state = 'CALLED', calls = 1, counter = :counter, officer = :officer, called_at = :now
                        WHERE id = :ticket AND office = :office AND day = :day AND state = 'WAITING'
                        RETURNING *
                        """, duty, ticket, now)
                .param("day", day)
                .param("officer", duty.officer().value())
                .query(TICKET)
                .optional();
    }

    /** Gives whoever waits with this one the next number of those who go first in its place. */
    Optional<Ticket> letGoFirst(TicketId ticket, OfficeId office) {
        return db.sql("""
                        WITH waiting AS (
                            SELECT id, office, day
                            FROM queue.ticket
                            WHERE id = :ticket AND office = :office AND state = 'WAITING' AND letter <> :letter
                            FOR UPDATE
                        ), next AS (
                            INSERT INTO queue.numbering AS so_far (office, day, letter, given)
                            SELECT office, day, :letter, 1
                            FROM waiting
                            ON CONFLICT ON CONSTRAINT one_numbering_a_day_and_letter
                            DO UPDATE SET given = so_far.given + 1
                            RETURNING given
                        )
                        UPDATE queue.ticket
                        SET letter = :letter, number = next.given
                        FROM waiting, next
                        WHERE ticket.id = waiting.id
                        RETURNING ticket.*
                        """)
                .param("ticket", ticket.value())
                .param("office", office.value())
                .param("letter", QueueDesk.PRIORITY)
                .query(TICKET)
                .optional();
    }

    /** Calls again, if it was called as often as the officer's page says. */
    Optional<Ticket> recall(Duty duty, TicketId ticket, int calls, Instant now) {
        return step("""
                        UPDATE queue.ticket
                        SET calls = calls + 1, called_at = :now
                        WHERE id = :ticket AND office = :office AND counter = :counter
                          AND state = 'CALLED' AND calls = :calls
                        RETURNING *
                        """, duty, ticket, now).param("calls", calls).query(TICKET).optional();
    }

    Optional<Ticket> start(Duty duty, TicketId ticket, Instant now) {
        return step("""
                        UPDATE queue.ticket
                        SET state = 'SERVING', started_at = :now
                        WHERE id = :ticket AND office = :office AND counter = :counter AND state = 'CALLED'
                        RETURNING *
                        """, duty, ticket, now).query(TICKET).optional();
    }

    Optional<Ticket> finish(Duty duty, TicketId ticket, Instant now) {
        return step("""
                        UPDATE queue.ticket
                        SET state = 'DONE', ended_at = :now
                        WHERE id = :ticket AND office = :office AND counter = :counter AND state = 'SERVING'
                        RETURNING *
                        """, duty, ticket, now).query(TICKET).optional();
    }

    Optional<Ticket> miss(Duty duty, TicketId ticket, Instant now) {
        return step("""
                        UPDATE queue.ticket
                        SET state = 'NO_SHOW', ended_at = :now
                        WHERE id = :ticket AND office = :office AND counter = :counter AND state = 'CALLED'
                        RETURNING *
                        """, duty, ticket, now).query(TICKET).optional();
    }

    /** Whoever takes a counter over takes over the person at it. */
    void handOver(Officer officer, int counter) {
        db.sql("""
                        UPDATE queue.ticket
                        SET officer = :officer
                        WHERE office = :office AND counter = :counter AND state IN ('CALLED', 'SERVING')
                        """)
                .param("officer", officer.account().value())
                .param("office", officer.office().value())
                .param("counter", counter)
                .update();
    }

    Optional<Ticket> find(OfficeId office, TicketId ticket) {
        return db.sql("SELECT * FROM queue.ticket WHERE id = :ticket AND office = :office")
                .param("ticket", ticket.value())
                .param("office", office.value())
                .query(TICKET)
                .optional();
    }

    /** The person called to or served at a counter. */
    Optional<Ticket> at(OfficeId office, int counter) {
        return db.sql("""
                        SELECT *
                        FROM queue.ticket
                        WHERE office = :office AND counter = :counter AND state IN ('CALLED', 'SERVING')
                        """)
                .param("office", office.value())
                .param("counter", counter)
                .query(TICKET)
                .optional();
    }

    /** The ticket given for a booking code at this office. */
    Optional<Ticket> withCode(OfficeId office, String code) {
        return db.sql("SELECT * FROM queue.ticket WHERE code = :code AND office = :office")
                .param("code", code)
                .param("office", office.value())
                .query(TICKET)
                .optional();
    }

    /** The application's latest ticket. */
    Optional<Ticket> of(ApplicationId application) {
        return db.sql("""
                        SELECT *
                        FROM queue.ticket
                        WHERE application = :application
                        ORDER BY arrived_at DESC
                        LIMIT 1
                        """)
                .param("application", application.value())
                .query(TICKET)
                .optional();
    }

    /** Whoever waits, in the order of calling. */
    List<Ticket> waiting(OfficeId office, LocalDate day, int most) {
        return db.sql("""
                        SELECT *
                        FROM queue.ticket
                        WHERE office = :office AND day = :day AND state = 'WAITING'
                        ORDER BY due_at, letter <> 'P', arrived_at, number
                        LIMIT :most
                        """)
                .param("office", office.value())
                .param("day", day)
                .param("most", most)
                .query(TICKET)
                .list();
    }

    /** The numbers given on a day, by appointment. */
    Map<AppointmentId, String> numbers(OfficeId office, LocalDate day) {
        var numbers = new HashMap<AppointmentId, String>();
        db.sql("SELECT * FROM queue.ticket WHERE office = :office AND day = :day LIMIT 5000")
                .param("office", office.value())
                .param("day", day)
                .query(TICKET)
                .list()
                .forEach(ticket -> numbers.put(ticket.appointment(), ticket.label()));
        return numbers;
    }

    private JdbcClient.StatementSpec step(String sql, Duty duty, TicketId ticket, Instant now) {
        return db.sql(sql)
                .param("ticket", ticket.value())
                .param("office", duty.office().value())
                .param("counter", duty.counter())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable AccountId officer(ResultSet row) throws SQLException {
        var officer = row.getObject("officer", UUID.class);
        return officer == null ? null : new AccountId(officer);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
