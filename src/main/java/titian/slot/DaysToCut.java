package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** Days that are open and are to be cut once more, because the plan of their office changed. */
@Repository
class DaysToCut {

    /** The key of one step. */
    record DayToCut(OfficeId office, LocalDate day) {}

    private final JdbcClient db;

    DaysToCut(JdbcClient db) {
        this.db = db;
    }

    /**
     * Nobody else opens days of this office or changes its plan before this transaction ends: a day is cut by the plan
     * from before and noted, or by the one from after.
     */
    void oneAtATime(OfficeId office) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('titian calendar ' || :office, 0))::text")
                .param("office", office.value())
                .query(String.class)
                .list();
    }

    void note(OfficeId office, LocalDate from, @Nullable LocalDate until, Instant now) {
        db.sql("""
                        INSERT INTO booking.day_to_cut (office, day, noted_at)
                        SELECT office, day, :now
                          FROM booking.opened_day
                         WHERE office = :office AND day >= :from AND (CAST(:until AS date) IS NULL OR day <= :until)
                         ORDER BY day
                            ON CONFLICT DO NOTHING
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("until", until)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Takes the next day, of this office if one is named: nodes that do so at once take different ones. */
    Optional<DayToCut> take(@Nullable OfficeId office) {
        return db.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT office, day
                              FROM booking.day_to_cut
                             WHERE CAST(:office AS text) IS NULL OR office = :office
                             ORDER BY noted_at, day
                             LIMIT 1
                               FOR UPDATE SKIP LOCKED
                        )
                        DELETE FROM booking.day_to_cut
                         USING next
                         WHERE day_to_cut.office = next.office AND day_to_cut.day = next.day
                        RETURNING day_to_cut.office, day_to_cut.day
                        """)
                .param("office", office == null ? null : office.value())
                .query(new SimplePropertyRowMapper<>(DayToCut.class))
                .optional();
    }

    /** The days of a span that are open, in order. */
    List<LocalDate> opened(OfficeId office, LocalDate from, @Nullable LocalDate until) {
        return db.sql("""
                        SELECT day
                          FROM booking.opened_day
                         WHERE office = :office AND day >= :from AND (CAST(:until AS date) IS NULL OR day <= :until)
                         ORDER BY day
                         LIMIT 1000
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** How it stands with a day is told anew. */
    void tell(OfficeId office, LocalDate day, OpenedDays.Outcome outcome) {
        db.sql("UPDATE booking.opened_day SET outcome = :outcome WHERE office = :office AND day = :day")
                .param("outcome", outcome.name())
                .param("office", office.value())
                .param("day", day)
                .update();
    }
}
