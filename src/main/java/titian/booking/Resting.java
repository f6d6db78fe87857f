package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.Appointments.Left;
import titian.slot.SlotId;

/**
 * Places that were given back and rest: they come back at a moment nobody can guess, so that nobody can hand a place to
 * a friend, or are kept for somebody to whom they were offered.
 */
@Repository
class Resting {

    private static final RowMapper<Rested> RESTED = new SimplePropertyRowMapper<>(Rested.class);

    private final JdbcClient db;

    Resting(JdbcClient db) {
        this.db = db;
    }

    /** Places of a window that have rested long enough. */
    record Rested(SlotId slot, int places) {}

    /** Lets places rest, each until its moment, under the name of the appointment that had it. */
    void lay(List<Left> left, List<Instant> backAt) {
        db.sql("""
                        INSERT INTO booking.resting_place (id, slot, places, back_at)
                        SELECT id, slot, 1, back_at
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:slots AS uuid[]), CAST(:times AS timestamptz[]))
                               AS place (id, slot, back_at)
                        """)
                .param(
                        "ids",
                        left.stream().map(one -> one.appointment().value()).toArray(UUID[]::new))
                .param("slots", left.stream().map(one -> one.slot().value()).toArray(UUID[]::new))
                .param("times", backAt.stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    /** Keeps places for an offer until its deadline, together with those that are kept for it already. */
    void keep(SlotId slot, FreedPlaces.Kept kept) {
        db.sql("""
                        INSERT INTO booking.resting_place AS resting (id, slot, places, back_at)
                        VALUES (:id, :slot, :places, :until)
                            ON CONFLICT (id) DO UPDATE
                           SET places = resting.places + excluded.places, back_at = excluded.back_at
                        """)
                .param("id", kept.offer().value())
                .param("slot", slot.value())
                .param("places", kept.places())
                .param("until", kept.until().atOffset(UTC))
                .update();
    }

    /** The places of an offer are kept until then; false if they were taken or have come back. */
    boolean keepUntil(OfferId offer, Instant until) {
        return db.sql("UPDATE booking.resting_place SET back_at = :until WHERE id = :id")
                        .param("id", offer.value())
                        .param("until", until.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Waits for whoever has the places in hand. */
    boolean isKept(OfferId offer) {
        return db.sql("SELECT id FROM booking.resting_place WHERE id = :id FOR UPDATE")
                .param("id", offer.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Takes some of those that have rested long enough, for good. Nodes that do so at once take different ones. */
    List<Rested> takeRested(Instant now, int limit) {
        return db.sql("""
                        WITH rested AS (
                            DELETE FROM booking.resting_place
                             WHERE id = ANY (ARRAY(
                                 SELECT id
                                   FROM booking.resting_place
                                  WHERE back_at <= :now
                                  ORDER BY back_at
                                  LIMIT :limit
                                    FOR UPDATE SKIP LOCKED))
                            RETURNING slot, places
                        )
                        SELECT slot, sum(places) AS places
                          FROM rested
                         GROUP BY slot
                         ORDER BY slot
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(RESTED)
                .list();
    }

    /** Places of a window are everyone's again. */
    void comeBack(SlotId slot, int places) {
        db.sql("UPDATE booking.slot SET taken = taken - :places WHERE id = :slot")
                .param("slot", slot.value())
                .param("places", places)
                .update();
    }

    /**
     * Of places that come back, those that the plan no longer has are gone for good.
     *
     * @return how many
     */
    int withdraw(SlotId slot, int places) {
        return db.sql("""
                        WITH beyond AS MATERIALIZED (
                            SELECT id, least(surplus, :places) AS places
                              FROM booking.slot
                             WHERE id = :slot AND surplus > 0
                               FOR UPDATE
                        )
                        UPDATE booking.slot
                           SET taken = taken - beyond.places,
                               capacity = capacity - beyond.places,
                               surplus = surplus - beyond.places
                          FROM beyond
                         WHERE slot.id = beyond.id
                        RETURNING beyond.places
                        """)
                .param("slot", slot.value())
                .param("places", places)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Takes free places, to keep them for somebody; false if there are too few. */
    boolean reserve(SlotId slot, int places) {
        return db.sql("""
                        UPDATE booking.slot
                           SET taken = taken + :places
                         WHERE id = :slot AND capacity - taken >= :places
                        """).param("slot", slot.value()).param("places", places).update() == 1;
    }
}
