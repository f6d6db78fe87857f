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
import titian.office.PlanningDesk.SpecialDay;
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
                        SELECT shut.day, shut.name_id, shut.name_en
                          FROM (SELECT day, name_id, name_en
                                  FROM office.holiday
                                 UNION ALL
                                SELECT day, name_id, name_en
                                  FROM office.closed_day
                                 WHERE office IS NULL OR office = :office::text) AS shut
                         WHERE shut.day BETWEEN :from AND :until
                           AND NOT EXISTS (SELECT
                                             FROM office.extra_day AS extra
                                            WHERE extra.office = :office::text AND extra.day = shut.day)
                         ORDER BY shut.day
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

    /** Closes a day, also one that was to be served although the calendar says otherwise. */
    void close(OfficeId office, LocalDate day, String inIndonesian, String inEnglish) {
        forgetExtra(office, day);
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

    void reopen(OfficeId office, LocalDate day) {
        db.sql("DELETE FROM office.closed_day WHERE office = :office AND day = :day")
                .param("office", office.value())
                .param("day", day)
                .update();
    }

    void openExtra(OfficeId office, LocalDate day, String inIndonesian, String inEnglish) {
        db.sql("""
                        INSERT INTO office.extra_day (office, day, name_id, name_en)
                        VALUES (:office, :day, :nameId, :nameEn)
                            ON CONFLICT ON CONSTRAINT opened_once_a_day
                            DO UPDATE SET name_id = excluded.name_id, name_en = excluded.name_en
                        """)
                .param("office", office.value())
                .param("day", day)
                .param("nameId", inIndonesian)
                .param("nameEn", inEnglish)
                .update();
    }

    void forgetExtra(OfficeId office, LocalDate day) {
        db.sql("DELETE FROM office.extra_day WHERE office = :office AND day = :day")
                .param("office", office.value())
                .param("day", day)
                .update();
    }

    /** Every day of a span that is unlike its week, and why. */
    List<SpecialDay> special(OfficeId office, LocalDate from, LocalDate until) {
        return db.sql("""
                        SELECT day, kind, name_id, name_en
                          FROM office.holiday
                         WHERE day BETWEEN :from AND :until
                         UNION ALL
                        SELECT day, 'CLOSED', name_id, name_en
                          FROM office.closed_day
                         WHERE day BETWEEN :from AND :until AND (office IS NULL OR office = :office)
                         UNION ALL
                        SELECT day, 'EXTRA', name_id, name_en
                          FROM office.extra_day
                         WHERE day BETWEEN :from AND :until AND office = :office
                         ORDER BY day, kind
                         LIMIT 1000
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        specialKind(row.getString("kind")),
                        row.getString("name_id"),
                        row.getString("name_en")))
                .list();
    }

    private static SpecialDay.Kind specialKind(String kind) {
        return kind.equals("PUBLIC_HOLIDAY") ? SpecialDay.Kind.HOLIDAY : SpecialDay.Kind.valueOf(kind);
    }

    private static String kind(String text) {
        return switch (text) {
            case "LIBUR_NASIONAL" -> "PUBLIC_HOLIDAY";
            case "CUTI_BERSAMA" -> "JOINT_LEAVE";
            default -> throw new IllegalArgumentException("not a kind of holiday");
        };
    }
}
