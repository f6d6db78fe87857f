package titian.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;

/** The tables of provinces, regencies and districts. A code that left the data is kept, no longer in use. */
@Repository
class Regions {

    /** @param within the code of the region it belongs to; a province's own code */
    record Listed(String code, String within, String name, boolean inUse) {}

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Regions(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    void loadProvinces(List<Csv.Row> rows) {
        db.sql("UPDATE office.province SET in_use = false").update();
        batches.batchUpdate(
                """
                INSERT INTO office.province (code, name, zone)
                VALUES (:code, :name, :zone)
                ON CONFLICT (code) DO UPDATE
                   SET name = excluded.name, zone = excluded.zone, in_use = true
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("code", row.get("code"))
                                .addValue("name", row.get("name"))
                                .addValue("zone", row.as("timezone", Zones::of).getId()))
                        .toArray(SqlParameterSource[]::new));
    }

    void loadRegencies(List<Csv.Row> rows) {
        db.sql("UPDATE office.regency SET in_use = false").update();
        batches.batchUpdate(
                """
                INSERT INTO office.regency (code, province, name, kind)
                VALUES (:code, :province, :name, :kind)
                ON CONFLICT (code) DO UPDATE
                   SET province = excluded.province, name = excluded.name, kind = excluded.kind, in_use = true
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("code", row.get("code"))
                                .addValue("province", row.get("province_code"))
                                .addValue("name", row.get("name"))
                                .addValue("kind", row.get("kind")))
                        .toArray(SqlParameterSource[]::new));
    }

    void loadDistricts(List<Csv.Row> rows) {
        db.sql("UPDATE office.district SET in_use = false").update();
        batches.batchUpdate(
                """
                INSERT INTO office.district (code, regency, name)
                VALUES (:code, :regency, :name)
                ON CONFLICT (code) DO UPDATE
                   SET regency = excluded.regency, name = excluded.name, in_use = true
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("code", row.get("code"))
                                .addValue("regency", row.get("regency_code"))
                                .addValue("name", row.get("name")))
                        .toArray(SqlParameterSource[]::new));
    }

    List<Listed> provinces() {
        return db.sql("SELECT code, code AS within, name, in_use FROM office.province ORDER BY code LIMIT 1000")
                .query(Regions::listed)
                .list();
    }

    List<Listed> regencies() {
        return db.sql("SELECT code, province AS within, name, in_use FROM office.regency ORDER BY code LIMIT 10000")
                .query(Regions::listed)
                .list();
    }

    List<Listed> districts() {
        return db.sql("SELECT code, regency AS within, name, in_use FROM office.district ORDER BY code LIMIT 100000")
                .query(Regions::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getString("code"), row.getString("within"), row.getString("name"), row.getBoolean("in_use"));
    }
}
