package titian.change;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.Appointment;
import titian.shared.ApplicationId;

/** The visits that lie ahead, and what is to be done about each when its time comes. */
@Repository
class Diary {

    /** What an entry is there for. */
    enum Kind {
        THREE_DAYS_BEFORE,
        DAY_BEFORE,
        /** The day of the visit has ended where the office is. */
        DAY_OVER,
        /** Somebody set out to change the time: whether they did is to be seen. */
        LOOK_AGAIN
    }

    /** Something to be done about a visit. */
    record Entry(ApplicationId application, Kind kind) {}

    private final JdbcClient db;

    Diary(JdbcClient db) {
        this.db = db;
    }

    /** Notes that the applicant knows of this time; false if that was noted before. */
    boolean note(ApplicationId application, Appointment appointment) {
        return db.sql("""
                        INSERT INTO change.visit AS known (application, appointment, told_moves)
                        VALUES (:application, :appointment, :moves)
                            ON CONFLICT (application) DO UPDATE
                           SET appointment = excluded.appointment, told_moves = excluded.told_moves
                         WHERE known.appointment <> excluded.appointment OR known.told_moves < excluded.told_moves
                        """)
                        .param("application", application.value())
                        .param("appointment", appointment.id().value())
                        .param("moves", appointment.moves())
                        .update()
                == 1;
    }

    /** Writes what is to be done at its times in place of what was for others. */
    void plan(ApplicationId application, Map<Kind, Instant> entries) {
        db.sql("DELETE FROM change.entry WHERE application = :application AND kind <> 'LOOK_AGAIN'")
                .param("application", application.value())
                .update();
        entries.forEach((kind, dueAt) -> put(application, kind, dueAt));
    }

    /** An entry of its kind that is there already stays as it is. */
    void put(ApplicationId application, Kind kind, Instant dueAt) {
        db.sql("""
                        INSERT INTO change.entry (application, kind, due_at)
                        VALUES (:application, :kind, :dueAt)
                            ON CONFLICT ON CONSTRAINT one_entry_of_a_kind DO NOTHING
                        """)
                .param("application", application.value())
                .param("kind", kind.name())
                .param("dueAt", dueAt.atOffset(UTC))
                .update();
    }

    /** There is nothing more to be done about this visit. */
    void close(ApplicationId application) {
        db.sql("DELETE FROM change.entry WHERE application = :application")
                .param("application", application.value())
                .update();
        db.sql("DELETE FROM change.visit WHERE application = :application")
                .param("application", application.value())
                .update();
    }

    void remove(Entry entry) {
        db.sql("DELETE FROM change.entry WHERE application = :application AND kind = :kind")
                .param("application", entry.application().value())
                .param("kind", entry.kind().name())
                .update();
    }

    /** What is due, the longest due first. */
    List<Entry> due(Instant now, int limit) {
        return db.sql("""
                        SELECT application, kind
                          FROM change.entry
                         WHERE due_at <= :now
                         ORDER BY due_at
                         LIMIT :limit
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query((row, _) -> new Entry(
                        new ApplicationId(row.getObject("application", UUID.class)),
                        Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /** Takes an entry for good if it is due still and no other node has it in hand. */
    boolean take(Entry entry, Instant now) {
        return db.sql("""
                        DELETE FROM change.entry
                         WHERE (application, kind) IN (SELECT application, kind
                                                         FROM change.entry
                                                        WHERE application = :application AND kind = :kind
                                                          AND due_at <= :now
                                                          FOR UPDATE SKIP LOCKED)
                        """)
                        .param("application", entry.application().value())
                        .param("kind", entry.kind().name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Leaves an entry for later. */
    void putOff(Entry entry, Instant dueAt) {
        db.sql("UPDATE change.entry SET due_at = :dueAt WHERE application = :application AND kind = :kind")
                .param("application", entry.application().value())
                .param("kind", entry.kind().name())
                .param("dueAt", dueAt.atOffset(UTC))
                .update();
    }
}
