package titian.waitingroom;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** The releases announced, and how far each has come. */
@Repository
class Releases {

    private final JdbcClient db;

    Releases(JdbcClient db) {
        this.db = db;
    }

    /** Announces it, unless another node has done so. */
    void announce(
            ReleaseId id,
            OfficeId office,
            ServiceLane lane,
            Decided decided,
            String fingerprint,
            byte[] sealedSeed,
            Instant now) {
        db.sql("""
                        INSERT INTO waitingroom.release (id, office, lane, opens_at, room_opens_at, first_day, last_day,
                               admissions_per_minute, announced_at, seed_sha256, sealed_seed)
                        VALUES (:id, :office, :lane, :opensAt, :roomOpensAt, :firstDay, :lastDay,
                               :perMinute, :now, :fingerprint, :sealed)
                            ON CONFLICT ON CONSTRAINT announced_once DO NOTHING
                        """)
                .param("id", id.value())
                .param("office", office.value())
                .param("lane", lane.name())
                .param("opensAt", decided.opensAt().atOffset(UTC))
                .param("roomOpensAt", decided.roomOpensAt().atOffset(UTC))
                .param("firstDay", decided.firstDay())
                .param("lastDay", decided.lastDay())
                .param("perMinute", decided.admissionsPerMinute())
                .param("now", now.atOffset(UTC))
                .param("fingerprint", fingerprint)
                .param("sealed", sealedSeed)
                .update();
    }

    /** What the office decided since it was announced counts as long as the room has not opened. The seed stays. */
    void correct(ReleaseId release, Decided decided, Instant now) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET room_opens_at = :roomOpensAt, first_day = :firstDay, last_day = :lastDay,
                               admissions_per_minute = :perMinute, withdrawn_at = NULL
                         WHERE id = :id
                           AND (room_opens_at > :now OR withdrawn_at IS NOT NULL)
                           AND opens_at > :now
                        """)
                .param("id", release.value())
                .param("roomOpensAt", decided.roomOpensAt().atOffset(UTC))
                .param("firstDay", decided.firstDay())
                .param("lastDay", decided.lastDay())
                .param("perMinute", decided.admissionsPerMinute())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Takes back what the office no longer means to release, unless people wait for it already. */
    void withdraw(ReleaseId release, Instant now) {
        db.sql("""
                        UPDATE waitingroom.release
                           SET withdrawn_at = :now
                         WHERE id = :id AND room_opens_at > :now AND withdrawn_at IS NULL
                        """).param("id", release.value()).param("now", now.atOffset(UTC)).update();
    }

    Optional<Release> find(ReleaseId release) {
        return db.sql("SELECT * FROM waitingroom.release WHERE id = :id")
                .param("id", release.value())
                .query(Releases::release)
                .optional();
    }

    /** Those of an office that open after this moment, withdrawn ones too, the next one first. */
    List<Release> after(OfficeId office, ServiceLane lane, Instant then, int limit) {
        return db.sql("""
                        SELECT *
                          FROM waitingroom.release
                         WHERE office = :office AND lane = :lane AND opens_at > :then
                         ORDER BY opens_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("then", then.atOffset(UTC))
                .param("limit", limit)
                .query(Releases::release)
                .list();
    }

    /** Those of an office that are announced and not over, the next one first. */
    List<Release> notOver(OfficeId office, ServiceLane lane, int limit) {
        return db.sql("""
                        SELECT *
                          FROM waitingroom.release
                         WHERE office = :office AND lane = :lane AND closed_at IS NULL AND withdrawn_at IS NULL
                         ORDER BY opens_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("limit", limit)
                .query(Releases::release)
                .list();
    }

    /**
     * The releases around which people have to wait there now, the latest first. One that opened too long ago guards
     * nothing, whatever became of it.
     */
    List<ReleaseId> guarding(OfficeId office, ServiceLane lane, Instant openedAfter, Instant now) {
        return db.sql("""
                        SELECT id
                          FROM waitingroom.release
                         WHERE office = :office AND lane = :lane AND closed_at IS NULL AND withdrawn_at IS NULL
                           AND opens_at <= :now AND opens_at > :openedAfter
                         ORDER BY opens_at DESC
                         LIMIT 5
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("openedAfter", openedAfter.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query((row, _) -> new ReleaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Some of those whose moment has come, in all offices, and which are not over. */
    List<Release> opened(Instant now, int limit) {
        return db.sql("""
                        SELECT *
                          FROM waitingroom.release
                         WHERE opens_at <= :now AND closed_at IS NULL AND withdrawn_at IS NULL
                         ORDER BY opens_at
                         LIMIT :limit
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(Releases::release)
                .list();
    }

    static Release release(ResultSet row, int number) throws SQLException {
        var perMinute = row.getInt("admissions_per_minute");
        var countedAt = instant(row, "counted_at");
        return new Release(
                new ReleaseId(row.getObject("id", UUID.class)),
                new OfficeId(row.getString("office")),
                ServiceLane.valueOf(row.getString("lane")),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("room_opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                perMinute,
                row.getString("seed_sha256"),
                row.getString("seed"),
                instant(row, "drawn_at"),
                row.getInt("drawn"),
                countedAt == null ? null : new Line(row.getInt("placed"), row.getInt("admitted"), countedAt, perMinute),
                instant(row, "closed_at"),
                row.getObject("withdrawn_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
