package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.slot.Slot;
import titian.slot.SlotId;

/** Windows that serve as well as another: of the same office, lane and channel. */
@Repository
class EqualWindows {

    private static final Duration REACH = Duration.ofDays(90);

    private static final RowMapper<Slot> SLOT = new SimplePropertyRowMapper<>(Slot.class);

    private final JdbcClient db;

    EqualWindows(JdbcClient db) {
        this.db = db;
    }

    Optional<Slot> find(SlotId slot) {
        return db.sql("""
                        SELECT id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM booking.slot
                         WHERE id = :slot
                        """).param("slot", slot.value()).query(SLOT).optional();
    }

    boolean isCrowded(SlotId slot) {
        return db.sql("SELECT surplus > 0 FROM booking.slot WHERE id = :slot")
                .param("slot", slot.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Those with room, the nearest day first, on it the nearest hour. */
    List<Slot> nearest(Slot from, int people, Instant notBefore, ZoneId zone, int limit) {
        return db.sql("""
                        SELECT id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM booking.slot
                         WHERE office = :office AND lane = :lane AND channel = :channel
                           AND starts_at > :notBefore AND starts_at BETWEEN :first AND :last
                           AND id <> :slot
                           AND capacity - taken >= :people
                           AND (opens_at IS NULL OR opens_at <= :notBefore)
                         ORDER BY abs(date(starts_at AT TIME ZONE :zone) - date(CAST(:wanted AS timestamptz) AT TIME ZONE :zone)),
                                  abs(extract(epoch FROM starts_at - CAST(:wanted AS timestamptz))),
                                  starts_at
                         LIMIT :limit
                        """)
                .param("office", from.office().value())
                .param("lane", from.lane().name())
                .param("channel", from.channel().name())
                .param("notBefore", notBefore.atOffset(UTC))
                .param("first", from.startsAt().minus(REACH).atOffset(UTC))
                .param("last", from.startsAt().plus(REACH).atOffset(UTC))
                .param("slot", from.id().value())
                .param("people", people)
                .param("zone", zone.getId())
                .param("wanted", from.startsAt().atOffset(UTC))
                .param("limit", limit)
                .query(SLOT)
                .list();
    }
}
