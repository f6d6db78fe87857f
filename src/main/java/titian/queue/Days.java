package titian.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** An office's day in figures, read from the table of queue numbers. */
@Repository
class Days {

    /**
     * How the day goes.
     *
     * @param service   how long serving a person takes on average; none before the first is done
     * @param firstCame when whoever waits longest came in
     */
    record Figures(
            int waiting,
            int called,
            int done,
            int missed,
            @Nullable Duration service,
            @Nullable Instant firstCame) {}

    /** A number that was called to a counter: all that a display may show. */
    record Call(String letter, int number, int counter, int calls, Instant at) {

        String label() {
            return letter + "-" + digits();
        }

        String digits() {
            return "%03d".formatted(number);
        }
    }

    private final JdbcClient db;

    Days(JdbcClient db) {
        this.db = db;
    }

    Figures figures(OfficeId office, LocalDate day) {
        return db.sql("""
                        SELECT count(*) FILTER (WHERE state = 'WAITING')               AS waiting,
                               count(*) FILTER (WHERE state IN ('CALLED', 'SERVING'))  AS called,
                               count(*) FILTER (WHERE state = 'DONE')                  AS done,
                               count(*) FILTER (WHERE state = 'NO_SHOW')               AS missed,
                               extract(EPOCH FROM avg(ended_at - started_at))::bigint  AS service,
                               min(arrived_at) FILTER (WHERE state = 'WAITING')        AS first_came
                        FROM queue.ticket
                        WHERE office = :office AND day = :day
                        """)
                .param("office", office.value())
                .param("day", day)
                .query((row, _) -> {
                    var seconds = row.getObject("service", Long.class);
                    var came = row.getObject("first_came", OffsetDateTime.class);
                    return new Figures(
                            row.getInt("waiting"),
                            row.getInt("called"),
                            row.getInt("done"),
                            row.getInt("missed"),
                            seconds == null ? null : Duration.ofSeconds(seconds),
                            came == null ? null : came.toInstant());
                })
                .single();
    }

    /** How many are called before this ticket. */
    int ahead(Ticket ticket) {
        return db.sql("""
                        SELECT count(*)
                        FROM queue.ticket
                        WHERE office = :office AND day = :day AND state = 'WAITING'
                          AND (due_at, letter <> 'P', arrived_at, number) < (:due, :letter <> 'P', :arrived, :number)
                        """)
                .param("office", ticket.office().value())
                .param("day", ticket.day())
                .param("due", ticket.dueAt().atOffset(ZoneOffset.UTC))
                .param("letter", ticket.letter())
                .param("arrived", ticket.arrivedAt().atOffset(ZoneOffset.UTC))
                .param("number", ticket.number())
                .query(Integer.class)
                .single();
    }

    /** How many wait, by letter. */
    Map<String, Integer> waitingByLetter(OfficeId office, LocalDate day) {
        var waiting = new TreeMap<String, Integer>();
        db.sql("""
                        SELECT letter, count(*) FILTER (WHERE state = 'WAITING') AS waiting
                        FROM queue.ticket
                        WHERE office = :office AND day = :day
                        GROUP BY letter
                        """)
                .param("office", office.value())
                .param("day", day)
                .query((row, _) -> waiting.put(row.getString("letter"), row.getInt("waiting")))
                .list();
        return waiting;
    }

    /** The latest calls, newest first. */
    List<Call> calls(OfficeId office, LocalDate day, int most) {
        return db.sql("""
                        SELECT letter, number, counter, calls, called_at
                        FROM queue.ticket
                        WHERE office = :office AND day = :day AND called_at IS NOT NULL
                        ORDER BY called_at DESC
                        LIMIT :most
                        """)
                .param("office", office.value())
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new Call(
                        row.getString("letter"),
                        row.getInt("number"),
                        row.getInt("counter"),
                        row.getInt("calls"),
                        row.getObject("called_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
