package titian.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
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

/** The table of offices, units and missions. One that left the data is kept as historic: people were served there. */
@Repository
class Offices {

    /** Whether an office exists, as far as its sources say. */
    enum State {
        ACTIVE,
        UNCONFIRMED,
        REPLACED,
        HISTORIC
    }

    /** An office with what only this module asks about it. */
    record Listed(
            Office office,
            @Nullable String regency,
            State state,
            @Nullable OfficeId replacedBy,
            @Nullable Tier tier) {}

    private static final String SAVE = """
            INSERT INTO office.office (id, name, type, mission_type, class, has_border_checkpoint, parent, regency,
                   country, city, address, postcode, zone, latitude, longitude, position_source, state, status,
                   replaced_by, tier, mark, source)
            VALUES (:id, :name, :type, :missionType, :class, :checkpoint, :parent, :regency,
                   :country, :city, :address, :postcode, :zone, :latitude, :longitude, :positionSource, :state, :status,
                   :replacedBy, :tier, :mark, :source)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, type = excluded.type, mission_type = excluded.mission_type,
                   class = excluded.class, has_border_checkpoint = excluded.has_border_checkpoint,
                   parent = excluded.parent, regency = excluded.regency, country = excluded.country,
                   city = excluded.city, address = excluded.address, postcode = excluded.postcode,
                   zone = excluded.zone, latitude = excluded.latitude, longitude = excluded.longitude,
                   position_source = excluded.position_source, state = excluded.state, status = excluded.status,
                   replaced_by = excluded.replaced_by, tier = excluded.tier, mark = excluded.mark,
                   source = excluded.source
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Offices(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    void loadOffices(List<Csv.Row> rows) {
        retire(false);
        batches.batchUpdate(SAVE, rows.stream().map(Offices::office).toArray(SqlParameterSource[]::new));
    }

    void loadMissions(List<Csv.Row> rows) {
        retire(true);
        batches.batchUpdate(SAVE, rows.stream().map(Offices::mission).toArray(SqlParameterSource[]::new));
    }

    List<Listed> all() {
        return db.sql("""
                        SELECT id, name, type, city, coalesce(address, '') AS address, zone, latitude, longitude,
                               regency, state, replaced_by, tier
                          FROM office.office
                         ORDER BY type = 'MISSION', regency, name
                         LIMIT 10000
                        """)
                .query((row, _) -> new Listed(
                        new Office(
                                new OfficeId(row.getString("id")),
                                row.getString("name"),
                                OfficeType.valueOf(row.getString("type")),
                                row.getString("city"),
                                row.getString("address"),
                                ZoneId.of(row.getString("zone")),
                                position(row)),
                        row.getString("regency"),
                        State.valueOf(row.getString("state")),
                        optional(row, "replaced_by").map(OfficeId::new).orElse(null),
                        optional(row, "tier").map(Tier::valueOf).orElse(null)))
                .list();
    }

    /** Every row of the file that follows brings its office back; what it no longer names stays historic. */
    private void retire(boolean missions) {
        db.sql("""
                        UPDATE office.office
                           SET state = 'HISTORIC', replaced_by = NULL, tier = NULL
                         WHERE (type = 'MISSION') = :missions
                        """).param("missions", missions).update();
    }

    private static SqlParameterSource office(Csv.Row row) {
        var type = row.as("type", Offices::type);
        var state = row.as("state", State::valueOf);
        var serves = state == State.ACTIVE && row.get("days").equals("WORKDAYS");
        return place(row, row.as("office_id", OfficeId::new), type, state)
                .addValue("class", row.optional("class").orElse(null))
                .addValue("checkpoint", row.optional("tpi").map("TPI"::equals).orElse(null))
                .addValue("parent", row.optional("parent_office_id").orElse(null))
                .addValue("regency", row.get("regency_code"))
                .addValue("country", "ID")
                .addValue("city", row.get("regency"))
                .addValue("postcode", row.optional("postcode").orElse(null))
                .addValue("latitude", row.optionalAs("lat", Double::valueOf).orElse(null))
                .addValue("longitude", row.optionalAs("lng", Double::valueOf).orElse(null))
                .addValue("positionSource", row.optional("coord_source").orElse(null))
                .addValue("status", row.get("status"))
                .addValue("replacedBy", row.optional("replaced_by").orElse(null))
                .addValue("tier", serves ? Tier.of(type, row.optional("class")).name() : null)
                .addValue("mark", row.get("mark"));
    }

    private static SqlParameterSource mission(Csv.Row row) {
        return place(row, row.as("mission_id", OfficeId::new), OfficeType.MISSION, State.ACTIVE)
                .addValue("missionType", row.as("type", Offices::missionType))
                .addValue("country", row.get("country_iso2"))
                .addValue("city", row.get("city"))
                .addValue("mark", row.get("name_address_mark"));
    }

    /** What offices and missions have in common; what either lacks is null. */
    private static MapSqlParameterSource place(Csv.Row row, OfficeId id, OfficeType type, State state) {
        var place = new MapSqlParameterSource();
        List.of(
                        "missionType",
                        "class",
                        "checkpoint",
                        "parent",
                        "regency",
                        "postcode",
                        "latitude",
                        "longitude",
                        "positionSource",
                        "status",
                        "replacedBy",
                        "tier")
                .forEach(column -> place.addValue(column, null));
        return place.addValue("id", id.value())
                .addValue("name", row.get("name"))
                .addValue("type", type.name())
                .addValue("address", row.optional("address").orElse(null))
                .addValue("zone", row.as("timezone", Zones::of).getId())
                .addValue("state", state.name())
                .addValue("source", row.get("source"));
    }

    private static OfficeType type(String text) {
        return switch (text) {
            case "KANIM" -> OfficeType.IMMIGRATION_OFFICE;
            case "ULP" -> OfficeType.PASSPORT_SERVICE_UNIT;
            case "UKK" -> OfficeType.IMMIGRATION_WORK_UNIT;
            case "UP3" -> OfficeType.EXPRESS_PASSPORT_UNIT;
            case "MPP" -> OfficeType.PUBLIC_SERVICE_MALL;
            case "LOUNGE" -> OfficeType.IMMIGRATION_LOUNGE;
            default -> throw new IllegalArgumentException("not a kind of office");
        };
    }

    private static String missionType(String text) {
        return switch (text) {
            case "KBRI" -> "EMBASSY";
            case "KJRI" -> "CONSULATE_GENERAL";
            case "KRI" -> "CONSULATE";
            case "KDEI" -> "TRADE_OFFICE";
            default -> throw new IllegalArgumentException("not a kind of mission");
        };
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        var latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
