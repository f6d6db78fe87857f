package titian.office;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** The table of what regional offices allow. What was set for an office goes before what was set for its province. */
@Repository
class Caps {

    private static final int MOST = 1_000;

    private static final RowMapper<Cap> CAP = (row, _) -> new Cap(
            row.getString("province"),
            Optional.ofNullable(row.getString("office")).map(OfficeId::new).orElse(null),
            row.getObject("valid_from", LocalDate.class),
            row.getInt("places_a_day"));

    private final JdbcClient db;

    Caps(JdbcClient db) {
        this.db = db;
    }

    void set(Cap cap) {
        db.sql("""
                        INSERT INTO office.regional_cap (province, office, valid_from, places_a_day)
                        VALUES (:province, :office, :from, :places)
                        ON CONFLICT ON CONSTRAINT one_cap_begins_on_a_day
                        DO UPDATE SET places_a_day = excluded.places_a_day
                        """)
                .param("province", cap.province())
                .param(
                        "office",
                        Optional.ofNullable(cap.office()).map(OfficeId::value).orElse(null))
                .param("from", cap.from())
                .param("places", cap.placesADay())
                .update();
    }

    /** All caps of a province, the newest first. */
    List<Cap> of(String province) {
        return db.sql("""
                        SELECT province, office, valid_from, places_a_day
                          FROM office.regional_cap
                         WHERE province = :province
                         ORDER BY valid_from DESC, office NULLS FIRST
                         LIMIT :most
                        """)
                .param("province", province)
                .param("most", MOST)
                .query(CAP)
                .list();
    }

    /** What holds for an office from each of these days on, up to the next of them: the days in order. */
    TreeMap<LocalDate, Cap> over(String province, OfficeId office) {
        var all = of(province).stream()
                .filter(cap -> cap.office() == null || cap.office().equals(office))
                .toList();
        return all.stream()
                .map(Cap::from)
                .distinct()
                .collect(Collectors.toMap(day -> day, day -> inForce(all, day), (one, _) -> one, TreeMap::new));
    }

    /** The cap with the lowest number among those that hold on some day of a span. */
    Optional<Cap> lowest(String province, OfficeId office, LocalDate from, @Nullable LocalDate until) {
        var over = over(province, office);
        var first = Optional.ofNullable(over.floorEntry(from))
                .map(Map.Entry::getKey)
                .orElse(from);
        return over.tailMap(first).entrySet().stream()
                .filter(cap -> until == null || !cap.getKey().isAfter(until))
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(Cap::placesADay));
    }

    /** Of several in force the one that began last holds, an office's own before its province's. */
    private static Cap inForce(List<Cap> caps, LocalDate day) {
        return caps.stream()
                .filter(cap -> !cap.from().isAfter(day))
                .max(Comparator.comparing((Cap cap) -> cap.office() != null).thenComparing(Cap::from))
                .orElseThrow();
    }
}
