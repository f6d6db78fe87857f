package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.Channel;
import titian.shared.OfficeId;

/** The windows whose places are not for everyone. */
@Repository
class SetAside {

    private static final RowMapper<Slot> SLOT = new SimplePropertyRowMapper<>(Slot.class);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final JdbcClient db;

    SetAside(JdbcClient db) {
        this.db = db;
    }

    /** What is kept for partners in a span, and when the first of it becomes everyone's. */
    Optional<KeptForPartners> partners(OfficeId office, Instant from, Instant until, Instant now) {
        return db.sql("""
                        SELECT min(everyones_from) AS until, sum(capacity - taken) AS places
                          FROM booking.slot
                         WHERE office = :office AND lane = 'PASSPORT' AND channel = 'PARTNER'
                           AND starts_at >= :from AND starts_at < :until
                           AND taken < capacity AND everyones_from > :now
                        HAVING count(*) > 0
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .query(new SimplePropertyRowMapper<>(KeptForPartners.class))
                .optional();
    }

    /** The earliest windows that are not over and have places left, the one that is on as well. */
    List<Slot> left(OfficeId office, Channel channel, Instant now, int most) {
        return db.sql("""
                        SELECT id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM booking.slot
                         WHERE office = :office AND lane = 'PASSPORT' AND channel = :channel
                           AND starts_at > :since AND ends_at > :now
                           AND taken < capacity
                           AND (opens_at IS NULL OR opens_at <= :now)
                         ORDER BY starts_at
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("channel", channel.name())
                .param("since", now.minus(LONGEST_WINDOW).atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(SLOT)
                .list();
    }
}
