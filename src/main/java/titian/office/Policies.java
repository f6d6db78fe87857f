package titian.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * The table of service rules: a tier's defaults, which come with the program, and what was decided for an office,
 * which goes first. Of several in force on a day the one that began last holds.
 */
@Repository
class Policies {

    private static final String INSERT = """
            INSERT INTO office.policy (preset, office, tier, weekday, valid_from, valid_until, places, window_minutes,
                   opens, closes, lunch_from, lunch_until, horizon_days, hold_minutes, reschedules,
                   reschedule_days_before, days_between_applications)
            VALUES (:preset, :office, :tier, :weekday, :from, :until, :places, :window,
                   :opens, :closes, :lunchFrom, :lunchUntil, :horizon, :hold, :reschedules,
                   :rescheduleDaysBefore, :daysBetween)
            ON CONFLICT ON CONSTRAINT one_policy_begins_on_a_day DO UPDATE
               SET valid_until = excluded.valid_until, places = excluded.places,
                   window_minutes = excluded.window_minutes, opens = excluded.opens, closes = excluded.closes,
                   lunch_from = excluded.lunch_from, lunch_until = excluded.lunch_until,
                   horizon_days = excluded.horizon_days, hold_minutes = excluded.hold_minutes,
                   reschedules = excluded.reschedules, reschedule_days_before = excluded.reschedule_days_before,
                   days_between_applications = excluded.days_between_applications
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Policies(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Replaces the defaults of all tiers; what was decided for an office stays. */
    void load(List<Csv.Row> rows) {
        db.sql("DELETE FROM office.policy WHERE office IS NULL").update();
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .flatMap(row -> row.as("weekdays", Policies::weekdays).map(weekday -> tiersRule(row, weekday)))
                        .toArray(SqlParameterSource[]::new));
    }

    void decide(OfficeId office, LocalDate from, Set<DayOfWeek> weekdays, Policy policy) {
        batches.batchUpdate(
                INSERT,
                weekdays.stream()
                        .map(weekday -> rule(policy)
                                .addValue("preset", "M_PASPOR")
                                .addValue("office", office.value())
                                .addValue("tier", null)
                                .addValue("weekday", weekday.getValue())
                                .addValue("from", from)
                                .addValue("until", null))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The rules of each day of a span that has any. */
    Map<LocalDate, Policy> between(LocalDate from, LocalDate until, OfficeId office, @Nullable Tier tier) {
        return db
                .sql("""
                        SELECT calendar.day::date AS day, rule.*
                          FROM generate_series(:from::date, :until::date, interval '1 day') AS calendar (day)
                          JOIN LATERAL (
                               SELECT *
                                 FROM office.policy
                                WHERE preset = 'M_PASPOR'
                                  AND weekday = extract(isodow FROM calendar.day)
                                  AND valid_from <= calendar.day
                                  AND (valid_until IS NULL OR valid_until >= calendar.day)
                                  AND (office = :office OR tier = :tier::text)
                                ORDER BY office NULLS LAST, valid_from DESC
                                LIMIT 1) AS rule ON true
                         WHERE rule.places > 0
                         LIMIT 1000
                        """)
                .param("from", from)
                .param("until", until)
                .param("office", office.value())
                .param("tier", Optional.ofNullable(tier).map(Tier::name).orElse(null))
                .query((row, _) -> Map.entry(row.getObject("day", LocalDate.class), policy(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The offices, or the one named, that serve on some day of the week by the rules in force on that date. */
    Set<OfficeId> serving(LocalDate day, @Nullable OfficeId office) {
        return db.sql("""
                        SELECT DISTINCT place.id
                          FROM office.office AS place
                         CROSS JOIN generate_series(1, 7) AS week (weekday)
                          JOIN LATERAL (
                               SELECT places
                                 FROM office.policy
                                WHERE preset = 'M_PASPOR'
                                  AND weekday = week.weekday
                                  AND valid_from <= :day
                                  AND (valid_until IS NULL OR valid_until >= :day)
                                  AND (office = place.id OR tier = place.tier)
                                ORDER BY office NULLS LAST, valid_from DESC
                                LIMIT 1) AS rule ON rule.places > 0
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

    private static MapSqlParameterSource tiersRule(Csv.Row row, DayOfWeek weekday) {
        return rule(new Policy(
                        row.integer("places"),
                        Duration.ofMinutes(row.integer("window_minutes")),
                        row.as("opens", LocalTime::parse),
                        row.as("closes", LocalTime::parse),
                        row.as("lunch_from", LocalTime::parse),
                        row.as("lunch_until", LocalTime::parse),
                        row.integer("horizon_days"),
                        Duration.ofMinutes(row.integer("hold_minutes")),
                        row.integer("reschedules"),
                        row.integer("reschedule_days_before"),
                        row.integer("days_between_applications")))
                .addValue("preset", row.get("preset"))
                .addValue("office", null)
                .addValue("tier", row.as("tier", Tier::valueOf).name())
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

    private static MapSqlParameterSource rule(Policy policy) {
        return new MapSqlParameterSource("places", policy.places())
                .addValue("window", policy.window().toMinutes())
                .addValue("opens", policy.opens())
                .addValue("closes", policy.closes())
                .addValue("lunchFrom", policy.lunchFrom())
                .addValue("lunchUntil", policy.lunchUntil())
                .addValue("horizon", policy.horizon())
                .addValue("hold", policy.hold().toMinutes())
                .addValue("reschedules", policy.reschedules())
                .addValue("rescheduleDaysBefore", policy.rescheduleDaysBefore())
                .addValue("daysBetween", policy.daysBetweenApplications());
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getInt("places"),
                Duration.ofMinutes(row.getInt("window_minutes")),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getObject("lunch_from", LocalTime.class),
                row.getObject("lunch_until", LocalTime.class),
                row.getInt("horizon_days"),
                Duration.ofMinutes(row.getInt("hold_minutes")),
                row.getInt("reschedules"),
                row.getInt("reschedule_days_before"),
                row.getInt("days_between_applications"));
    }
}
