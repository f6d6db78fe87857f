package titian.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
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
import titian.shared.ServiceLane;

/**
 * The table of service rules: the standard rules of the presets, which come with the program, and what was decided for
 * an office, which goes first. Of several in force on a day the one that began last holds.
 */
@Repository
class Policies {

    private static final String INSERT = """
            INSERT INTO office.policy (preset, office, lane, valid_from, valid_until, assignment, payment, documents,
                   group_limit, hold_minutes, reschedules, reschedule_days_before, days_between_applications,
                   minimum_notice_minutes, horizon_days, return_delay_least_minutes, return_delay_most_minutes,
                   release_since, release_at, release_every_weeks, release_first_day, release_lead_minutes,
                   release_admissions_per_minute)
            VALUES (:preset, :office, :lane, :from, :until, :assignment, :payment, :documents,
                   :groupLimit, :hold, :reschedules, :rescheduleDaysBefore, :daysBetween,
                   :minimumNotice, :horizon, :returnLeast, :returnMost,
                   :since, :at, :everyWeeks, :firstDay, :lead, :admissions)
            ON CONFLICT (office, lane, valid_from) WHERE office IS NOT NULL DO UPDATE
               SET preset = excluded.preset, valid_until = excluded.valid_until, assignment = excluded.assignment,
                   payment = excluded.payment, documents = excluded.documents, group_limit = excluded.group_limit,
                   hold_minutes = excluded.hold_minutes, reschedules = excluded.reschedules,
                   reschedule_days_before = excluded.reschedule_days_before,
                   days_between_applications = excluded.days_between_applications,
                   minimum_notice_minutes = excluded.minimum_notice_minutes, horizon_days = excluded.horizon_days,
                   return_delay_least_minutes = excluded.return_delay_least_minutes,
                   return_delay_most_minutes = excluded.return_delay_most_minutes,
                   release_since = excluded.release_since, release_at = excluded.release_at,
                   release_every_weeks = excluded.release_every_weeks,
                   release_first_day = excluded.release_first_day,
                   release_lead_minutes = excluded.release_lead_minutes,
                   release_admissions_per_minute = excluded.release_admissions_per_minute
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batches;

    Policies(JdbcClient db, NamedParameterJdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Replaces the standard rules of all presets; what was decided for an office stays. */
    void load(List<Csv.Row> rows) {
        db.sql("DELETE FROM office.policy WHERE office IS NULL").update();
        batches.batchUpdate(INSERT, rows.stream().map(Policies::standard).toArray(SqlParameterSource[]::new));
    }

    void decide(OfficeId office, ServiceLane lane, LocalDate from, Policy policy) {
        batches.update(
                INSERT,
                rules(policy)
                        .addValue("office", office.value())
                        .addValue("lane", lane.name())
                        .addValue("from", from)
                        .addValue("until", null));
    }

    /** What was decided for the office, else the standard rules of the preset that every office follows at first. */
    Optional<Policy> inForce(OfficeId office, ServiceLane lane, LocalDate day, Preset otherwise) {
        return find(office.value(), lane, day, otherwise);
    }

    Optional<Policy> standard(Preset preset, ServiceLane lane, LocalDate day) {
        return find(null, lane, day, preset);
    }

    private Optional<Policy> find(@Nullable String office, ServiceLane lane, LocalDate day, Preset preset) {
        return db.sql("""
                        SELECT *
                          FROM office.policy
                         WHERE lane = :lane
                           AND valid_from <= :day
                           AND (valid_until IS NULL OR valid_until >= :day)
                           AND (office = :office::text OR office IS NULL AND preset = :preset)
                         ORDER BY office NULLS LAST, valid_from DESC
                         LIMIT 1
                        """)
                .param("lane", lane.name())
                .param("day", day)
                .param("office", office)
                .param("preset", preset.name())
                .query((row, _) -> policy(row))
                .optional();
    }

    private static SqlParameterSource standard(Csv.Row row) {
        return rules(new Policy(
                        row.as("preset", Preset::valueOf),
                        row.as("assignment", Assignment::valueOf),
                        row.as("payment", PaymentTime::valueOf),
                        row.as("documents", DocumentsTime::valueOf),
                        row.integer("group_limit"),
                        Duration.ofMinutes(row.integer("hold_minutes")),
                        row.integer("reschedules"),
                        row.integer("reschedule_days_before"),
                        row.integer("days_between_applications"),
                        Duration.ofMinutes(row.integer("minimum_notice_minutes")),
                        row.integer("horizon_days"),
                        new ReturnDelay(
                                Duration.ofMinutes(row.integer("return_delay_least_minutes")),
                                Duration.ofMinutes(row.integer("return_delay_most_minutes"))),
                        row.optionalAs("release_since", LocalDate::parse)
                                .map(since -> new ReleaseRule(
                                        since,
                                        row.as("release_at", LocalTime::parse),
                                        row.integer("release_every_weeks"),
                                        row.integer("release_first_day"),
                                        Duration.ofMinutes(row.integer("release_lead_minutes")),
                                        row.integer("release_admissions_per_minute")))
                                .orElse(null)))
                .addValue("office", null)
                .addValue("lane", row.as("lane", ServiceLane::valueOf).name())
                .addValue("from", row.date("valid_from"))
                .addValue(
                        "until", row.optionalAs("valid_until", LocalDate::parse).orElse(null));
    }

    private static MapSqlParameterSource rules(Policy policy) {
        var release = Optional.ofNullable(policy.release());
        return new MapSqlParameterSource("preset", policy.preset().name())
                .addValue("assignment", policy.assignment().name())
                .addValue("payment", policy.payment().name())
                .addValue("documents", policy.documents().name())
                .addValue("groupLimit", policy.groupLimit())
                .addValue("hold", policy.hold().toMinutes())
                .addValue("reschedules", policy.reschedules())
                .addValue("rescheduleDaysBefore", policy.rescheduleDaysBefore())
                .addValue("daysBetween", policy.daysBetweenApplications())
                .addValue("minimumNotice", policy.minimumNotice().toMinutes())
                .addValue("horizon", policy.horizon())
                .addValue("returnLeast", policy.returnDelay().least().toMinutes())
                .addValue("returnMost", policy.returnDelay().most().toMinutes())
                .addValue("since", release.map(ReleaseRule::since).orElse(null))
                .addValue("at", release.map(ReleaseRule::at).orElse(null))
                .addValue("everyWeeks", release.map(ReleaseRule::everyWeeks).orElse(null))
                .addValue("firstDay", release.map(ReleaseRule::firstDay).orElse(null))
                .addValue("lead", release.map(rule -> rule.lead().toMinutes()).orElse(null))
                .addValue(
                        "admissions",
                        release.map(ReleaseRule::admissionsPerMinute).orElse(null));
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                Preset.valueOf(row.getString("preset")),
                Assignment.valueOf(row.getString("assignment")),
                PaymentTime.valueOf(row.getString("payment")),
                DocumentsTime.valueOf(row.getString("documents")),
                row.getInt("group_limit"),
                minutes(row, "hold_minutes"),
                row.getInt("reschedules"),
                row.getInt("reschedule_days_before"),
                row.getInt("days_between_applications"),
                minutes(row, "minimum_notice_minutes"),
                row.getInt("horizon_days"),
                new ReturnDelay(minutes(row, "return_delay_least_minutes"), minutes(row, "return_delay_most_minutes")),
                release(row));
    }

    private static @Nullable ReleaseRule release(ResultSet row) throws SQLException {
        var since = row.getObject("release_since", LocalDate.class);
        return since == null
                ? null
                : new ReleaseRule(
                        since,
                        row.getObject("release_at", LocalTime.class),
                        row.getInt("release_every_weeks"),
                        row.getInt("release_first_day"),
                        minutes(row, "release_lead_minutes"),
                        row.getInt("release_admissions_per_minute"));
    }

    private static Duration minutes(ResultSet row, String column) throws SQLException {
        return Duration.ofMinutes(row.getInt(column));
    }
}
