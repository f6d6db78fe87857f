package titian.waitinglist;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.OfferId;
import titian.booking.SlotId;
import titian.shared.OfficeId;
import titian.waitinglist.Offer.Bunch;
import titian.waitinglist.Offer.State;

/** The table of offers: which places are held for whom until when. */
@Repository
class Offers {

    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient db;

    Offers(JdbcClient db) {
        this.db = db;
    }

    void add(Offer offer) {
        var second = offer.second();
        db.sql("""
                        INSERT INTO waitinglist.offer (id, wish, office, slot, starts_at, ends_at, places,
                               second, second_starts, second_ends, second_places, made_at, deadline, state, state_at)
                        VALUES (:id, :wish, :office, :slot, :starts, :ends, :places,
                               :second, :secondStarts, :secondEnds, :secondPlaces, :made, :deadline, :state, :made)
                        """)
                .param("id", offer.id().value())
                .param("wish", offer.wish().value())
                .param("office", offer.office().value())
                .param("slot", offer.first().slot().value())
                .param("starts", offer.first().startsAt().atOffset(UTC))
                .param("ends", offer.first().endsAt().atOffset(UTC))
                .param("places", offer.first().places())
                .param("second", second == null ? null : second.slot().value(), Types.OTHER)
                .param(
                        "secondStarts",
                        second == null ? null : second.startsAt().atOffset(UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "secondEnds",
                        second == null ? null : second.endsAt().atOffset(UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("secondPlaces", second == null ? 0 : second.places())
                .param("made", offer.madeAt().atOffset(UTC))
                .param("deadline", offer.deadline().atOffset(UTC))
                .param("state", offer.state().name())
                .update();
    }

    Optional<Offer> find(OfferId id) {
        return db.sql("SELECT * FROM waitinglist.offer WHERE id = :id")
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    Optional<Offer> lock(OfferId id) {
        return db.sql("SELECT * FROM waitinglist.offer WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** The wish's latest offer, whatever became of it. */
    Optional<Offer> latest(WishId wish) {
        return db.sql("SELECT * FROM waitinglist.offer WHERE wish = :wish ORDER BY made_at DESC LIMIT 1")
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

    /** Some whose deadline has passed without an answer, locked. */
    List<Offer> takeOverdue(Instant now) {
        return db.sql("""
                        SELECT *
                          FROM waitinglist.offer
                         WHERE state = 'OPEN' AND deadline <= :now
                         ORDER BY deadline
                         LIMIT :limit
                           FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", MOST_AT_ONCE)
                .query(Offers::offer)
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
                .query((row, _) -> new OfferId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new WishId(row.getObject("wish", UUID.class)),
                new OfficeId(row.getString("office")),
                new Bunch(
                        new SlotId(row.getObject("slot", UUID.class)),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        row.getInt("places")),
                second(row),
                instant(row, "made_at"),
                instant(row, "deadline"),
                State.valueOf(row.getString("state")));
    }

    private static @Nullable Bunch second(ResultSet row) throws SQLException {
        var slot = row.getObject("second", UUID.class);
        return slot == null
                ? null
                : new Bunch(
                        new SlotId(slot),
                        instant(row, "second_starts"),
                        instant(row, "second_ends"),
                        row.getInt("second_places"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
