package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.shared.Channel;
import titian.shared.OfficeId;

/** Windows for tests, at real offices but at odd seconds no calendar opens, so that nobody else meets them. */
public final class SomeSlots {

    public static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    private static final int MICROS = 900_000;
    private static final AtomicInteger ODD =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MICROS));

    private final JdbcClient db;
    private final Clock clock;

    public SomeSlots(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A window of the next days with so many places. */
    public SlotId slot(int places) {
        return slot(OFFICE, clock.instant().plus(Duration.ofDays(2)), places);
    }

    /** One place that the form for a passport gives out. */
    public SlotId opened(OfficeId office, Instant around) {
        var slot = slot(office, around, 1);
        db.sql("UPDATE booking.slot SET lane = 'PASSPORT', channel = 'PUBLIC' WHERE id = :slot")
                .param("slot", slot.value())
                .update();
        return slot;
    }

    /** Places at this very moment, for a service hardly any office has. */
    public SlotId slot(OfficeId office, Channel channel, Instant startsAt, int places, @Nullable Instant opensAt) {
        var id = SlotId.next();
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, opens_at, capacity)
                        VALUES (:id, :office, 'PICK_UP', :channel, :startsAt, :endsAt, :opensAt, :places)
                        """)
                .param("id", id.value())
                .param("office", office.value())
                .param("channel", channel.name())
                .param("startsAt", startsAt.atOffset(UTC))
                .param("endsAt", startsAt.plus(Duration.ofHours(1)).atOffset(UTC))
                .param("opensAt", opensAt == null ? null : opensAt.atOffset(UTC))
                .param("places", places)
                .update();
        return id;
    }

    public SlotId slot(OfficeId office, Instant around, int places) {
        var id = UUID.randomUUID();
        var startsAt = odd(around);
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity)
                        VALUES (:id, :office, 'VISA', 'PARTNER', :startsAt, :endsAt, :places)
                        """)
                .param("id", id)
                .param("office", office.value())
                .param("startsAt", startsAt.atOffset(UTC))
                .param("endsAt", startsAt.plus(Duration.ofHours(1)).atOffset(UTC))
                .param("places", places)
                .update();
        return new SlotId(id);
    }

    /** About then, at a part of a second that no other window of this process begins at: one office has one at a time. */
    public static Instant odd(Instant around) {
        return around.plus(1 + ODD.updateAndGet(last -> (last + 1) % MICROS), ChronoUnit.MICROS);
    }
}
