package titian.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;
import titian.shared.PassportType;

/** The table of books that cannot be issued. */
@Repository
class Outages {

    private static final int MOST = 2_000;

    private final JdbcClient db;

    Outages(JdbcClient db) {
        this.db = db;
    }

    /** Whether it is new; the same report sent twice is one. */
    boolean add(Outage outage) {
        return db.sql("""
                        INSERT INTO office.outage (id, office, passport_type, first_day, last_day, reason_id, reason_en)
                        VALUES (:id, :office, :type, :first, :last, :reasonId, :reasonEn)
                            ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", outage.id())
                        .param("office", outage.office().value())
                        .param("type", outage.type().name())
                        .param("first", outage.firstDay())
                        .param("last", outage.lastDay())
                        .param("reasonId", outage.inIndonesian())
                        .param("reasonEn", outage.inEnglish())
                        .update()
                == 1;
    }

    /** It is over sooner than was thought: the day before is its last, or it never was. */
    void end(UUID id, OfficeId office, LocalDate day) {
        db.sql("DELETE FROM office.outage WHERE id = :id AND office = :office AND first_day >= :day")
                .param("id", id)
                .param("office", office.value())
                .param("day", day)
                .update();
        db.sql("""
                        UPDATE office.outage
                           SET last_day = :before
                         WHERE id = :id AND office = :office AND last_day >= :day
                        """)
                .param("id", id)
                .param("office", office.value())
                .param("before", day.minusDays(1))
                .param("day", day)
                .update();
    }

    /** Those of one office, or of all, that are not over by that day. */
    List<Outage> notOver(@Nullable OfficeId office, LocalDate day) {
        return db.sql("""
                        SELECT id, office, passport_type, first_day, last_day, reason_id, reason_en
                          FROM office.outage
                         WHERE last_day >= :day
                           AND (:office::text IS NULL OR office = :office)
                         ORDER BY first_day, passport_type DESC
                         LIMIT :most
                        """)
                .param("day", day)
                .param(
                        "office",
                        Optional.ofNullable(office).map(OfficeId::value).orElse(null))
                .param("most", MOST)
                .query((row, _) -> new Outage(
                        row.getObject("id", UUID.class),
                        new OfficeId(row.getString("office")),
                        PassportType.valueOf(row.getString("passport_type")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason_id"),
                        row.getString("reason_en")))
                .list();
    }
}
