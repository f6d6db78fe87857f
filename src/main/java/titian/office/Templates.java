package titian.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.Csv;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * The table of weekly templates: a tier's defaults, which come with the program, and what was planned for an office,
 * which goes first. Of several in force on a day the one that began last holds.
 */
@Repository
class Templates {

    private static final String INSERT = """
            INSERT INTO office.template (office, tier, lane, weekday, valid_from, valid_until, counters,
                   service_minutes, window_minutes, opens, closes, lunch_from, lunch_until,
                   everyone, assisted, priority, partner, partner_days_before, partner_until)
            VALUES (:office, :tier, :lane, :weekday, :from, :until, :counters,
                   :service, :window, :opens, :closes, :lunchFrom, :lunchUntil,
                   :everyone, :assisted, :priority, :partner, :partnerDaysBefore, :partnerUntil)
            ON CONFLICT ON CONSTRAINT one_template_begins_on_a_day DO UPDATE
               SET counters = excluded.counters,
                   service_minutes = excluded.service_minutes, window_minutes = excluded.window_minutes,
                   opens = excluded.opens, closes = excluded.closes,
                   lunch_from = excluded.lunch_from, lunch_until = excluded.lunch_until,
                   everyone = excluded.everyone, assisted = excluded.assisted,
                   priority = excluded.priority, partner = excluded.partner,
                   partner_days_before = excluded.partner_days_before, partner_until = excluded.partner_until
            """;

    private static final int VERSIONS = 1_000;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Templates(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Replaces the defaults of all tiers; what was planned for an office stays. */
    void load(List<Csv.Row> rows) {
        db.sql("DELETE FROM office.template WHERE office IS NULL").update();
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .flatMap(row ->
                                row.as("weekdays", Templates::weekdays).map(weekday -> tiersTemplate(row, weekday)))
                        .toArray(SqlParameterSource[]::new));
    }

    void plan(
            OfficeId office,
            ServiceLane lane,
            LocalDate from,
            @Nullable LocalDate until,
            Set<DayOfWeek> weekdays,
            Template template) {
        batches.batchUpdate(
                INSERT,
                weekdays.stream()
                        .sorted()
                        .map(weekday -> values(template)
                                .addValue("office", office.value())
                                .addValue("tier", null)
                                .addValue("lane", lane.name())
                                .addValue("weekday", weekday.getValue())
                                .addValue("from", from)
                                .addValue("until", until))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Takes back what was planned for exactly this span. */
    void forget(OfficeId office, ServiceLane lane, LocalDate from, LocalDate until) {
        db.sql("""
                        DELETE FROM office.template
                         WHERE office = :office AND lane = :lane AND valid_from = :from AND valid_until = :until
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** What holds on each day of the week by the rows in force on that date. */
    Map<DayOfWeek, Template> week(OfficeId office, ServiceLane lane, @Nullable Tier tier, LocalDate day) {
        return db
                .sql("""
                        SELECT DISTINCT ON (weekday) *
                          FROM office.template
                         WHERE lane = :lane
                           AND valid_from <= :day
                           AND (valid_until IS NULL OR valid_until >= :day)
                           AND (office = :office OR tier = :tier::text)
                         ORDER BY weekday, office NULLS LAST, valid_from DESC, valid_until NULLS LAST
                        """)
                .param("lane", lane.name())
                .param("day", day)
                .param("office", office.value())
                .param("tier", Optional.ofNullable(tier).map(Tier::name).orElse(null))
                .query((row, _) -> Map.entry(DayOfWeek.of(row.getInt("weekday")), template(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** The office's own weeks that have not ended by that day, each with the days of the week it plans. */
    List<PlannedWeek> versions(OfficeId office, ServiceLane lane, LocalDate day) {
        record Row(LocalDate from, Optional<LocalDate> until, DayOfWeek weekday, Template template) {}
        var rows = db.sql("""
                        SELECT *
                          FROM office.template
                         WHERE office = :office AND lane = :lane AND (valid_until IS NULL OR valid_until >= :day)
                         ORDER BY valid_from, valid_until NULLS LAST, weekday
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("day", day)
                .param("most", VERSIONS)
                .query((row, _) -> new Row(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        DayOfWeek.of(row.getInt("weekday")),
                        template(row)))
                .list();
        var weeks = new LinkedHashMap<List<Object>, PlannedWeek>();
        for (var row : rows) {
            weeks.computeIfAbsent(
                            List.of(row.from(), row.until()),
                            _ -> new PlannedWeek(row.from(), row.until().orElse(null), new TreeMap<>()))
                    .days()
                    .put(row.weekday(), row.template());
        }
        return List.copyOf(weeks.values());
    }

    /** The template of each day of a span that offers places. */
    Map<LocalDate, Template> between(
            LocalDate from, LocalDate until, OfficeId office, ServiceLane lane, @Nullable Tier tier) {
        return db
                .sql("""
                        SELECT calendar.day::date AS day, template.*
                          FROM generate_series(:from::date, :until::date, interval '1 day') AS calendar (day)
                          JOIN LATERAL (
                               SELECT *
                                 FROM office.template
                                WHERE lane = :lane
                                  AND weekday = extract(isodow FROM calendar.day)
                                  AND valid_from <= calendar.day
                                  AND (valid_until IS NULL OR valid_until >= calendar.day)
                                  AND (office = :office OR tier = :tier::text)
                                ORDER BY office NULLS LAST, valid_from DESC, valid_until NULLS LAST
                                LIMIT 1) AS template ON true
                         WHERE template.counters * template.window_minutes >= template.service_minutes
                         LIMIT 1000
                        """)
                .param("from", from)
                .param("until", until)
                .param("lane", lane.name())
                .param("office", office.value())
                .param("tier", Optional.ofNullable(tier).map(Tier::name).orElse(null))
                .query((row, _) -> Map.entry(row.getObject("day", LocalDate.class), template(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The offices, or the one named, that serve on some day of the week by the templates in force on that date. */
    Set<OfficeId> serving(LocalDate day, @Nullable OfficeId office) {
        return db.sql("""
                        SELECT DISTINCT place.id
                          FROM office.office AS place
                         CROSS JOIN generate_series(1, 7) AS week (weekday)
                          JOIN LATERAL (
                               SELECT counters
                                 FROM office.template
                                WHERE lane = 'PASSPORT'
                                  AND weekday = week.weekday
                                  AND valid_from <= :day
                                  AND (valid_until IS NULL OR valid_until >= :day)
                                  AND (office = place.id OR tier = place.tier)
                                ORDER BY office NULLS LAST, valid_from DESC, valid_until NULLS LAST
                                LIMIT 1) AS template ON template.counters > 0
                         WHERE :office::text IS NULL OR place.id = :office
                         LIMIT 10000
                        """)
                .param("day", day)
                .param(
                        "office",
                        Optional.ofNullable(office).map(OfficeId::value).orElse(null))
                .query((row, _) -> new OfficeId(row.getString("id")))
                .set();
    }

    private static MapSqlParameterSource tiersTemplate(Csv.Row row, DayOfWeek weekday) {
        return values(new Template(
                        row.integer("counters"),
                        Duration.ofMinutes(row.integer("service_minutes")),
                        Duration.ofMinutes(row.integer("window_minutes")),
                        row.as("opens", LocalTime::parse),
                        row.as("closes", LocalTime::parse),
                        row.as("lunch_from", LocalTime::parse),
                        row.as("lunch_until", LocalTime::parse),
                        new Split(
                                row.integer("public"),
                                row.integer("assisted"),
                                row.integer("priority"),
                                row.integer("partner"))))
                .addValue("office", null)
                .addValue("tier", row.as("tier", Tier::valueOf).name())
                .addValue("lane", row.as("lane", ServiceLane::valueOf).name())
                .addValue("weekday", weekday.getValue())
                .addValue("from", row.date("valid_from"))
                .addValue(
                        "until", row.optionalAs("valid_until", LocalDate::parse).orElse(null));
    }

    /** Days of the week by their ISO numbers, Monday first: {@code 1234}. */
    private static Stream<DayOfWeek> weekdays(String digits) {
        if (!digits.matches("[1-7]+")) {
            throw new IllegalArgumentException("not days of the week");
        }
        return digits.chars().mapToObj(digit -> DayOfWeek.of(digit - '0'));
    }

    private static MapSqlParameterSource values(Template template) {
        var until = Optional.ofNullable(template.split().until());
        return new MapSqlParameterSource("counters", template.counters())
                .addValue("service", template.service().toMinutes())
                .addValue("window", template.window().toMinutes())
                .addValue("opens", template.opens())
                .addValue("closes", template.closes())
                .addValue("lunchFrom", template.lunchFrom())
                .addValue("lunchUntil", template.lunchUntil())
                .addValue("everyone", template.split().everyone())
                .addValue("assisted", template.split().assisted())
                .addValue("priority", template.split().priority())
                .addValue("partner", template.split().partner())
                .addValue(
                        "partnerDaysBefore",
                        until.map(PartnersUntil::daysBefore).orElse(null))
                .addValue("partnerUntil", until.map(PartnersUntil::at).orElse(null));
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getInt("counters"),
                Duration.ofMinutes(row.getInt("service_minutes")),
                Duration.ofMinutes(row.getInt("window_minutes")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getObject("lunch_from", LocalTime.class),
                row.getObject("lunch_until", LocalTime.class),
                new Split(
                        row.getInt("everyone"),
                        row.getInt("assisted"),
                        row.getInt("priority"),
                        row.getInt("partner"),
                        partnersUntil(row)));
    }

    private static @Nullable PartnersUntil partnersUntil(ResultSet row) throws SQLException {
        var at = row.getObject("partner_until", LocalTime.class);
        return at == null ? null : new PartnersUntil(row.getInt("partner_days_before"), at);
    }
}
