package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.office.PartnersUntil;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.PlannedWindows.Change;
import titian.slot.Slots.NewSlot;

/** Places that were kept for partners and that none took by their time: from then on the plan has them for everyone. */
@Repository
class LeftPlaces {

    private static final Duration LONGEST = Duration.ofDays(PartnersUntil.MOST_DAYS + 2L);
    private static final int AT_ONCE = 1_000;

    /** A window of which partners left places. */
    record Left(OfficeId office, Instant startsAt) {}

    private final JdbcClient db;

    LeftPlaces(JdbcClient db) {
        this.db = db;
    }

    /** The plan as it is now: whoever took a place of a partner's keeps it, and the rest of the hour is everyone's. */
    static List<Change> toEveryone(List<Change> changes, Instant now) {
        record Hour(ServiceLane lane, Instant startsAt) {}
        var left = new HashMap<Hour, NewSlot>();
        var plan = new ArrayList<Change>();
        for (var change : changes) {
            var wanted = change.wanted();
            if (wanted == null || !wanted.isEveryones(now)) {
                plan.add(change);
                continue;
            }
            var kept = Math.min(wanted.places(), change.taken());
            plan.add(new Change(change.startsAt(), change.standing(), wanted.with(kept)));
            if (wanted.places() > kept) {
                left.put(new Hour(wanted.lane(), change.startsAt()), wanted.forEveryone(wanted.places() - kept));
            }
        }
        plan.replaceAll(change -> {
            var more =
                    change.channel() == Channel.PUBLIC ? left.remove(new Hour(change.lane(), change.startsAt())) : null;
            return more == null ? change : change.more(more);
        });
        left.forEach((hour, more) -> plan.add(new Change(hour.startsAt(), null, more, more.places())));
        return plan;
    }

    /** The windows whose time has come and of which places are still kept for partners, the first to begin first. */
    List<Left> kept(Instant now) {
        return db.sql("""
                        SELECT office, starts_at
                          FROM booking.slot
                         WHERE everyones_from > :since AND everyones_from <= :now
                           AND starts_at > :now AND taken < capacity
                         ORDER BY starts_at
                         LIMIT :limit
                        """)
                .param("since", now.minus(LONGEST).atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("limit", AT_ONCE)
                .query(new SimplePropertyRowMapper<>(Left.class))
                .list();
    }

    /** What partners left comes back as a cancelled place does: to those who wait for one, then to everyone. */
    void rest(List<Change> changes, Instant now) {
        var grown = changes.stream().filter(change -> change.rests() > 0).toList();
        db.sql("""
                        WITH grown AS (
                            UPDATE booking.slot
                               SET taken = taken + left_place.places
                              FROM unnest(CAST(:ids AS uuid[]), CAST(:places AS int[])) AS left_place (id, places)
                             WHERE slot.id = left_place.id
                            RETURNING slot.id, left_place.places
                        )
                        INSERT INTO booking.resting_place (id, slot, places, back_at)
                        SELECT gen_random_uuid(), id, places, :now
                          FROM grown
                        """)
                .param("ids", PlannedWindows.ids(grown))
                .param("places", grown.stream().map(Change::rests).toArray(Integer[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
