package titian.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.shared.OfficeId;

/** The tables of holidays, which come with the program, and of days the administration closed. */
@Repository
class ClosedDays {

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    ClosedDays(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    void load(List<Csv.Row> rows) {
        db.sql("DELETE FROM office.holiday").update();
        batches.batchUpdate(
                """
                INSERT INTO office.holiday (day, kind, name_id, name_en, provisional)
                VALUES (:day, :kind, :nameId, :nameEn, :provisional)
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("day", row.date("date"))
                                .addValue("kind", row.as("kind", ClosedDays::kind))
                                .addValue("nameId", row.get("name_id"))
                                .addValue("nameEn", row.get("name_en"))
                                .addValue("provisional", row.get("mark").startsWith("provisional")))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The days of a span on which offices are closed, this one included if one is named, in order. */
    List<OfficeDay.Holiday> between(LocalDate from, LocalDate until, @Nullable OfficeId office) {
        return db.sql("""
                        SELECT day, name_id, name_en
                          FROM office.holiday
                         WHERE day BETWEEN :from AND :until
                         UNION ALL
                        SELECT day, name_id, name_en
                          FROM office.closed_day
                         WHERE day BETWEEN :from AND :until
                           AND (office IS NULL OR office = :office::text)
                         ORDER BY day
                         LIMIT 1000
                        """)
                .param("from", from)
                .param("until", until)
                .param(
                        "office",
                        Optional.ofNullable(office).map(OfficeId::value).orElse(null))
                .query((row, _) -> new OfficeDay.Holiday(
                        row.getObject("day", LocalDate.class), row.getString("name_id"), row.getString("name_en")))
                .list();
    }

    void close(OfficeId office, LocalDate day, String inIndonesian, String inEnglish) {
        db.sql("""
                        INSERT INTO office.closed_day (office, day, name_id, name_en)
                        VALUES (:office, :day, :nameId, :nameEn)
                        ON CONFLICT ON CONSTRAINT closed_once_a_day
                        DO UPDATE SET name_id = excluded.name_id, name_en = excluded.name_en
                        """)
                .param("office", office.value())
                .param("day", day)
                .param("nameId", inIndonesian)
                .param("nameEn", inEnglish)
                .update();
    }

    private static String kind(String text) {
        return switch (text) {
            case "LIBUR_NASIONAL" -> "PUBLIC_HOLIDAY";
            case "CUTI_BERSAMA" -> "JOINT_LEAVE";
            default -> throw new IllegalArgumentException("not a kind of holiday");
        };
    }
}
