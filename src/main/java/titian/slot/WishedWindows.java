package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Windows with room for people whom the office gives the hour, within their wishes. */
@Repository
class WishedWindows {

    private final JdbcClient db;

    WishedWindows(JdbcClient db) {
        this.db = db;
    }

    /** The earliest with room for so many: single windows first, then two side by side. */
    List<Room> within(Wishes wishes, int people, Instant now, Instant from, ZoneId zone, int limit) {
        var rooms = new ArrayList<>(single(wishes, people, now, from, zone, limit));
        if (people > 1 && rooms.size() < limit) {
            rooms.addAll(sideBySide(wishes, people, now, from, zone, limit - rooms.size()));
        }
        return rooms;
    }

    private List<Room> single(Wishes wishes, int people, Instant now, Instant from, ZoneId zone, int limit) {
        var statement = db.sql("""
                SELECT id
                  FROM booking.slot
                 WHERE office = :office AND lane = :lane AND channel = :channel
                   AND starts_at > :from AND starts_at >= :first AND starts_at < :until
                   AND capacity - taken >= :people
                   AND (opens_at IS NULL OR opens_at <= :now)
                   AND (:anyDay OR extract(isodow FROM starts_at AT TIME ZONE :zone) = ANY (:weekdays))
                   AND (:anyTime OR (extract(hour FROM starts_at AT TIME ZONE :zone) < 12) = :morning)
                 ORDER BY starts_at
                 LIMIT :limit
                """);
        return asked(statement, wishes, now, from, zone)
                .param("people", people)
                .param("limit", limit)
                .query((row, _) -> new Room(new SlotId(row.getObject("id", UUID.class)), null))
                .list();
    }

    private List<Room> sideBySide(Wishes wishes, int people, Instant now, Instant from, ZoneId zone, int limit) {
        var statement = db.sql("""
                WITH window_with_room AS MATERIALIZED (
                    SELECT id, starts_at, ends_at, capacity - taken AS free
                      FROM booking.slot
                     WHERE office = :office AND lane = :lane AND channel = :channel
                       AND starts_at > :from AND starts_at >= :first AND starts_at < :until
                       AND taken < capacity
                       AND (opens_at IS NULL OR opens_at <= :now)
                       AND (:anyDay OR extract(isodow FROM starts_at AT TIME ZONE :zone) = ANY (:weekdays))
                       AND (:anyTime OR (extract(hour FROM starts_at AT TIME ZONE :zone) < 12) = :morning)
                )
                SELECT one.id, next.id AS next
                  FROM window_with_room one
                  JOIN window_with_room next ON next.starts_at = one.ends_at
                 WHERE one.free + next.free >= :people
                 ORDER BY one.starts_at
                 LIMIT :limit
                """);
        return asked(statement, wishes, now, from, zone)
                .param("people", people)
                .param("limit", limit)
                .query((row, _) -> new Room(
                        new SlotId(row.getObject("id", UUID.class)), new SlotId(row.getObject("next", UUID.class))))
                .list();
    }

    private static StatementSpec asked(StatementSpec statement, Wishes wishes, Instant now, Instant from, ZoneId zone) {
        return statement
                .param("office", wishes.office().value())
                .param("lane", wishes.lane().name())
                .param("channel", wishes.channel().name())
                .param("now", now.atOffset(UTC))
                .param("from", from.atOffset(UTC))
                .param("first", wishes.first().atStartOfDay(zone).toOffsetDateTime())
                .param("until", wishes.last().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("anyDay", wishes.weekdays().isEmpty())
                .param(
                        "weekdays",
                        wishes.weekdays().stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .param("anyTime", wishes.timeOfDay() == Wishes.TimeOfDay.ANY)
                .param("morning", wishes.timeOfDay() == Wishes.TimeOfDay.MORNING)
                .param("zone", zone.getId());
    }
}
