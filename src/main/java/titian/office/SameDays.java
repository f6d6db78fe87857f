package titian.office;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** The table of what was decided about passports made on the day of the visit; of several decisions the latest holds. */
@Repository
class SameDays {

    private static final int OFFICES = 2_000;

    private final JdbcClient db;

    SameDays(JdbcClient db) {
        this.db = db;
    }

    /** Until which hour each office does it, as far as that was decided for it; nothing where it was decided against. */
    Map<OfficeId, Optional<LocalTime>> decided(LocalDate day) {
        var decided = new LinkedHashMap<OfficeId, Optional<LocalTime>>();
        db.sql("""
                        SELECT DISTINCT ON (office) office, until
                          FROM office.same_day
                         WHERE valid_from <= :day
                         ORDER BY office, valid_from DESC
                         LIMIT :limit
                        """).param("day", day).param("limit", OFFICES).query(row -> {
            decided.put(
                    OfficeId.of(row.getString("office")), Optional.ofNullable(row.getObject("until", LocalTime.class)));
        });
        return decided;
    }

    void decide(OfficeId office, LocalDate from, @Nullable LocalTime until) {
        db.sql("""
                        INSERT INTO office.same_day (office, valid_from, until)
                        VALUES (:office, :from, :until)
                        ON CONFLICT (office, valid_from) DO UPDATE SET until = excluded.until
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("until", until)
                .update();
    }
}
