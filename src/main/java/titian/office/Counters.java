package titian.office;

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

/** The tables of counters: how many the offices of a tier have, and the counters of offices that differ. */
@Repository
class Counters {

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Counters(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    void loadTiers(List<Csv.Row> rows) {
        db.sql("DELETE FROM office.tier").update();
        batches.batchUpdate(
                "INSERT INTO office.tier (name, counters) VALUES (:name, :counters)",
                rows.stream()
                        .map(row -> new MapSqlParameterSource(
                                        "name", row.as("tier", Tier::valueOf).name())
                                .addValue("counters", row.integer("counters")))
                        .toArray(SqlParameterSource[]::new));
    }

    List<OfficeDesk.Counter> of(OfficeId office, @Nullable Tier tier) {
        return db.sql("""
                        SELECT number
                          FROM office.counter
                         WHERE office = :office
                         UNION ALL
                        SELECT generate_series(1, counters)
                          FROM office.tier
                         WHERE name = :tier::text
                           AND NOT EXISTS (SELECT FROM office.counter WHERE office = :office)
                         ORDER BY number
                         LIMIT 99
                        """)
                .param("office", office.value())
                .param("tier", Optional.ofNullable(tier).map(Tier::name).orElse(null))
                .query((row, _) -> new OfficeDesk.Counter(office, row.getInt("number")))
                .list();
    }
}
