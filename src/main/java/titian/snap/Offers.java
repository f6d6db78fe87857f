package titian.snap;

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
import titian.payment.BillId;
import titian.payment.Way;

/** What the bank was asked to offer for our bills. */
@Repository
class Offers {

    private final JdbcClient db;

    Offers(JdbcClient db) {
        this.db = db;
    }

    /** Adds what the bank shall be asked for; one that is there stays. */
    void add(Offer offer, Instant at) {
        db.sql("""
                        INSERT INTO snap.offer (bill, way, number, state, amount, billing_code, until, requested_at)
                        VALUES (:bill, :way, :number, 'REQUESTED', :amount, :code, :until, :at)
                        ON CONFLICT ON CONSTRAINT one_offer_each_way DO NOTHING
                        """)
                .param("bill", offer.bill().value())
                .param("way", offer.way().name())
                .param("number", offer.number())
                .param("amount", offer.amount())
                .param("code", offer.billingCode())
                .param("until", offer.until().atOffset(UTC))
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Offer> find(BillId bill, Way way) {
        return db.sql("SELECT * FROM snap.offer WHERE bill = :bill AND way = :way")
                .param("bill", bill.value())
                .param("way", way.name())
                .query(Offers::offer)
                .optional();
    }

    Optional<Offer> numbered(Way way, String number) {
        return db.sql("SELECT * FROM snap.offer WHERE way = :way AND number = :number")
                .param("way", way.name())
                .param("number", number)
                .query(Offers::offer)
                .optional();
    }

    List<Offer> of(BillId bill) {
        return db.sql("SELECT * FROM snap.offer WHERE bill = :bill ORDER BY way")
                .param("bill", bill.value())
                .query(Offers::offer)
                .list();
    }

    void open(Offer offer, String reference, String content) {
        db.sql("""
                        UPDATE snap.offer
                           SET state = 'OPEN', reference = :reference, content = :content
                         WHERE bill = :bill AND way = :way AND state = 'REQUESTED'
                        """)
                .param("reference", reference)
                .param("content", content)
                .param("bill", offer.bill().value())
                .param("way", offer.way().name())
                .update();
    }

    /** From now on nobody is shown it; true if there was something to take back. */
    boolean withdraw(BillId bill) {
        return db.sql("UPDATE snap.offer SET state = 'WITHDRAWN' WHERE bill = :bill AND state IN ('REQUESTED', 'OPEN')")
                        .param("bill", bill.value())
                        .update()
                > 0;
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new BillId(row.getObject("bill", UUID.class)),
                Way.valueOf(row.getString("way")),
                row.getString("number"),
                Offer.State.valueOf(row.getString("state")),
                row.getLong("amount"),
                row.getString("billing_code"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                row.getString("content"));
    }
}
