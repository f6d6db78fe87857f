package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.slot.SlotId;

/** Windows that are as good as another: of the same office, service and channel, and near it in time. */
@Repository
class NearestSlots {

    private static final int CANDIDATES = 1_000;

    private final JdbcClient db;

    NearestSlots(JdbcClient db) {
        this.db = db;
    }

    /** A window and its hour. */
    record Near(SlotId slot, Instant startsAt) {}

    /** Those with a place left, the nearest to the appointment's hour first. */
    List<Near> to(Appointment had, Instant now, Instant from) {
        return db.sql("""
                        SELECT id, starts_at
                          FROM booking.slot
                         WHERE office = :office AND lane = :lane AND channel = :channel
                           AND starts_at > :from AND capacity > taken
                           AND (opens_at IS NULL OR opens_at <= :now)
                         ORDER BY abs(extract(epoch FROM starts_at - :hour)), starts_at
                         LIMIT :limit
                        """)
                .param("office", had.office().value())
                .param("lane", had.lane().name())
                .param("channel", had.channel().name())
                .param("from", from.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("hour", had.startsAt().atOffset(UTC))
                .param("limit", CANDIDATES)
                .query((row, _) -> new Near(
                        new SlotId(row.getObject("id", UUID.class)),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
