package titian.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.platform.DataFiles;

/** The rules of offering, with the dates from which they hold. The file is the truth; the table answers. */
@Repository
class Rules {

    private final JdbcClient db;

    Rules(JdbcClient db, DataFiles files) {
        this.db = db;
        files.load("data/waiting_rules.csv", this::replaceAll);
    }

    Rule on(LocalDate day) {
        return db.sql("""
                        SELECT offer_minutes, day_from, day_until, next_morning, passes, gather_hours, windows,
                               last_call_hours, missed_offers
                          FROM waitinglist.rule
                         WHERE valid_from <= :day
                         ORDER BY valid_from DESC
                         LIMIT 1
                        """).param("day", day).query(Rules::rule).single();
    }

    private void replaceAll(List<Csv.Row> rows) {
        db.sql("DELETE FROM waitinglist.rule").update();
        rows.forEach(this::add);
    }

    private void add(Csv.Row row) {
        db.sql("""
                        INSERT INTO waitinglist.rule (valid_from, offer_minutes, day_from, day_until, next_morning,
                               passes, gather_hours, windows, last_call_hours, missed_offers)
                        VALUES (:from, :offer, :dayFrom, :dayUntil, :morning, :passes, :gather, :windows, :lastCall,
                               :missed)
                        """)
                .param("from", row.date("valid_from"))
                .param("offer", row.integer("offer_minutes"))
                .param("dayFrom", row.as("day_from", LocalTime::parse))
                .param("dayUntil", row.as("day_until", LocalTime::parse))
                .param("morning", row.as("next_morning", LocalTime::parse))
                .param("passes", row.integer("passes"))
                .param("gather", row.integer("gather_hours"))
                .param("windows", row.integer("windows"))
                .param("lastCall", row.integer("last_call_hours"))
                .param("missed", row.integer("missed_offers"))
                .update();
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                Duration.ofMinutes(row.getInt("offer_minutes")),
                row.getObject("day_from", LocalTime.class),
                row.getObject("day_until", LocalTime.class),
                row.getObject("next_morning", LocalTime.class),
                row.getInt("passes"),
                Duration.ofHours(row.getInt("gather_hours")),
                row.getInt("windows"),
                Duration.ofHours(row.getInt("last_call_hours")),
                row.getInt("missed_offers"));
    }
}
