package titian.waitinglist;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.OfferId;
import titian.shared.OfficeId;
import titian.slot.SlotId;
import titian.waitinglist.Offer.State;

/** The table of offers: which places are held for whom until when. */
@Repository
class Offers {

    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient db;

    Offers(JdbcClient db) {
        this.db = db;
    }

    void add(Offer offer, Instant remindAt) {
        db.sql("""
                        INSERT INTO waitinglist.offer (id, wish, office, slot, starts_at, ends_at, places, made_at,
                               deadline, remind_at, state, state_at)
                        VALUES (:id, :wish, :office, :slot, :starts, :ends, :places, :made, :deadline, :remind, :state,
                               :made)
                        """)
                .param("id", offer.id().value())
                .param("wish", offer.wish().value())
                .param("office", offer.office().value())
                .param("slot", offer.slot().value())
                .param("starts", offer.startsAt().atOffset(UTC))
                .param("ends", offer.endsAt().atOffset(UTC))
                .param("places", offer.places())
                .param("made", offer.madeAt().atOffset(UTC))
                .param("deadline", offer.deadline().atOffset(UTC))
                .param("remind", remindAt.atOffset(UTC))
                .param("state", offer.state().name())
                .update();
    }

    Optional<Offer> find(OfferId id) {
        return db.sql("SELECT * FROM waitinglist.offer WHERE id = :id")
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** The wish's latest offer, whatever became of it. */
    Optional<Offer> latest(WishId wish) {
        return db.sql("SELECT * FROM waitinglist.offer WHERE wish = :wish ORDER BY made_at DESC, id LIMIT 1")
                .param("wish", wish.value())
                .query(Offers::offer)
                .optional();
    }

    /** Moves an offer, unless somebody else moved it from there first. */
    boolean move(OfferId id, State from, State to, Instant now) {
        return db.sql("""
                        UPDATE waitinglist.offer
                           SET state = :to, state_at = :now
                         WHERE id = :id AND state = :from
                        """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /**
     * The offers of a window whose deadline has passed without an answer, and those that were accepted so long ago that
     * their places come back. They and their wishes are locked.
     */
    List<Offer> takeOver(SlotId slot, Instant now, Instant acceptedBefore) {
        return db.sql("""
                        SELECT offer.*
                          FROM waitinglist.offer
                          JOIN waitinglist.wish ON wish.id = offer.wish
                         WHERE offer.slot = :slot
                           AND (offer.state = 'OPEN' AND offer.deadline <= :now
                                OR offer.state = 'TAKING' AND offer.state_at <= :before)
                         ORDER BY wish.rank
                           FOR UPDATE OF wish, offer
                        """)
                .param("slot", slot.value())
                .param("now", now.atOffset(UTC))
                .param("before", acceptedBefore.atOffset(UTC))
                .query(Offers::offer)
                .list();
    }

    /** Some whose deadline passed a while ago although nobody brought their places back; their wishes are locked. */
    List<Offer> takeForgotten(Instant overBefore) {
        return db.sql("""
                        SELECT offer.*
                          FROM waitinglist.offer
                          JOIN waitinglist.wish ON wish.id = offer.wish
                         WHERE offer.state = 'OPEN' AND offer.deadline <= :before
                         ORDER BY offer.deadline
                         LIMIT :limit
                           FOR UPDATE OF wish, offer SKIP LOCKED
                        """)
                .param("before", overBefore.atOffset(UTC))
                .param("limit", MOST_AT_ONCE)
                .query(Offers::offer)
                .list();
    }

    /** Takes some that are to be reminded of, so that nobody is reminded twice. */
    List<OfferId> takeEnding(Instant now) {
        return db.sql("""
                        UPDATE waitinglist.offer
                           SET remind_at = NULL
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM waitinglist.offer
                              WHERE state = 'OPEN' AND remind_at <= :now AND deadline > :now
                              ORDER BY remind_at
                              LIMIT :limit
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", MOST_AT_ONCE)
                .query(Offers::id)
                .list();
    }

    /** Some that were accepted a while ago and not finished: whoever did so has died on the way. */
    List<OfferId> unfinished(Instant acceptedBefore) {
        return db.sql("""
                        SELECT id
                          FROM waitinglist.offer
                         WHERE state = 'TAKING' AND state_at <= :before
                         ORDER BY state_at
                         LIMIT :limit
                        """)
                .param("before", acceptedBefore.atOffset(UTC))
                .param("limit", MOST_AT_ONCE)
                .query(Offers::id)
                .list();
    }

    private static OfferId id(ResultSet row, int number) throws SQLException {
        return new OfferId(row.getObject("id", UUID.class));
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                id(row, number),
                new WishId(row.getObject("wish", UUID.class)),
                new OfficeId(row.getString("office")),
                new SlotId(row.getObject("slot", UUID.class)),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("places"),
                instant(row, "made_at"),
                instant(row, "deadline"),
                State.valueOf(row.getString("state")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
