package titian.slot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** Which days of an office's calendar have been opened for booking, and which of them offer nothing. */
@Repository
class OpenedDays {

    /** What came of opening a day. */
    enum Outcome {
        OPEN,
        CLOSED,
        HOLIDAY
    }

    private final JdbcClient db;

    OpenedDays(JdbcClient db) {
        this.db = db;
    }

    List<LocalDate> missing(OfficeId office, LocalDate from, LocalDate until) {
        return db.sql("""
                        SELECT CAST(wanted.day AS date) AS day
                          FROM generate_series(CAST(:from AS date), CAST(:until AS date), INTERVAL '1 day') wanted (day)
                         WHERE NOT EXISTS (SELECT
                                             FROM booking.opened_day opened
                                            WHERE opened.day = CAST(wanted.day AS date)
                                              AND opened.office = :office)
                         ORDER BY wanted.day
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** Marks the days as opened. A day somebody else has opened meanwhile stays as they left it. */
    void add(OfficeId office, Map<LocalDate, Outcome> outcomes) {
        var days = outcomes.keySet().stream().sorted().toList();
        db.sql("""
                        INSERT INTO booking.opened_day (day, office, outcome)
                        SELECT opened.day, :office, opened.outcome
                          FROM unnest(CAST(:days AS date[]), CAST(:outcomes AS text[])) AS opened (day, outcome)
                         ORDER BY opened.day
                            ON CONFLICT DO NOTHING
                        """)
                .param("office", office.value())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param(
                        "outcomes",
                        days.stream()
                                .map(day -> String.valueOf(outcomes.get(day)))
                                .toArray(String[]::new))
                .update();
    }
}
