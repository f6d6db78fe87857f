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

/** Which windows' places are gathered for which group. */
@Repository
class Gatherings {

    private final JdbcClient db;

    Gatherings(JdbcClient db) {
        this.db = db;
    }

    Optional<Gathering> of(SlotId slot) {
        return db.sql("SELECT * FROM waitinglist.gathering WHERE slot = :slot")
                .param("slot", slot.value())
                .query(Gatherings::gathering)
                .optional();
    }

    /** What is gathered for a group. */
    List<Gathering> of(WishId wish) {
        return db.sql("SELECT * FROM waitinglist.gathering WHERE wish = :wish")
                .param("wish", wish.value())
                .query(Gatherings::gathering)
                .list();
    }

    /** In how many windows of an office places are gathered now. */
    int windows(OfficeId office, Instant now) {
        return db.sql("SELECT count(*) FROM waitinglist.gathering WHERE office = :office AND until > :now")
                .param("office", office.value())
                .param("now", now.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Begins to gather, or adds what came to it. */
    void put(OfficeId office, Gathering gathering) {
        db.sql("""
                        INSERT INTO waitinglist.gathering (slot, share, office, wish, places, until)
                        VALUES (:slot, :share, :office, :wish, :places, :until)
                            ON CONFLICT (slot) DO UPDATE SET places = excluded.places
                        """)
                .param("slot", gathering.slot().value())
                .param("share", gathering.share().value())
                .param("office", office.value())
                .param("wish", gathering.wish().value())
                .param("places", gathering.places())
                .param("until", gathering.until().atOffset(UTC))
                .update();
    }

    void end(SlotId slot) {
        db.sql("DELETE FROM waitinglist.gathering WHERE slot = :slot")
                .param("slot", slot.value())
                .update();
    }

    private static Gathering gathering(ResultSet row, int number) throws SQLException {
        return new Gathering(
                new SlotId(row.getObject("slot", UUID.class)),
                new OfferId(row.getObject("share", UUID.class)),
                new WishId(row.getObject("wish", UUID.class)),
                row.getInt("places"),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
