package titian.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.PaymentDesk;
import titian.shared.OfficeId;

/**
 * The table of times by which offices check papers: the standard that all follow, and what was decided for one office,
 * which goes first. Of several in force the one that began last holds.
 */
@Repository
class Paces {

    private static final int MOST = 50;

    private final JdbcClient db;

    Paces(JdbcClient db) {
        this.db = db;
    }

    /** A pace from a day on. */
    record Dated(LocalDate from, Pace pace) {}

    /** The day on which it is so, for every office alike. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, PaymentDesk.TREASURY);
    }

    Pace of(OfficeId office, Instant now) {
        return db.sql("""
                        SELECT *
                          FROM casework.pace
                         WHERE (office = :office OR office IS NULL) AND valid_from <= :day
                         ORDER BY office NULLS LAST, valid_from DESC
                         LIMIT 1
                        """)
                .param("office", office.value())
                .param("day", day(now))
                .query((row, _) -> pace(row))
                .single();
    }

    /** What was decided for the office and is not in force yet, what comes first at the top. */
    List<Dated> planned(OfficeId office, Instant now) {
        return db.sql("""
                        SELECT *
                          FROM casework.pace
                         WHERE office = :office AND valid_from > :day
                         ORDER BY valid_from
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("day", day(now))
                .param("most", MOST)
                .query((row, _) -> new Dated(row.getObject("valid_from", LocalDate.class), pace(row)))
                .list();
    }

    /** False if something was decided for that day already. */
    boolean decide(OfficeId office, Dated dated) {
        var pace = dated.pace();
        return db.sql("""
                        INSERT INTO casework.pace
                               (office, valid_from, check_hours, hours_before_visit, lease_minutes, duty_minutes,
                                days_to_mend, patience_minutes)
                        VALUES (:office, :from, :check, :before, :lease, :duty, :days, :patience)
                        ON CONFLICT (office, valid_from) WHERE office IS NOT NULL DO NOTHING
                        """)
                        .param("office", office.value())
                        .param("from", dated.from())
                        .param("check", pace.toCheck().toHours())
                        .param("before", pace.beforeVisit().toHours())
                        .param("lease", pace.lease().toMinutes())
                        .param("duty", pace.onDuty().toMinutes())
                        .param("days", pace.daysToMend())
                        .param("patience", pace.patience().toMinutes())
                        .update()
                == 1;
    }

    private static Pace pace(ResultSet row) throws SQLException {
        return new Pace(
                Duration.ofHours(row.getInt("check_hours")),
                Duration.ofHours(row.getInt("hours_before_visit")),
                Duration.ofMinutes(row.getInt("lease_minutes")),
                Duration.ofMinutes(row.getInt("duty_minutes")),
                row.getInt("days_to_mend"),
                Duration.ofMinutes(row.getInt("patience_minutes")));
    }
}
