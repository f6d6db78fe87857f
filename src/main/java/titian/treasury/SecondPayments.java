package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.shared.OfficeId;

/** Bills whose money is not the office's: paid once more, or for an application that another bill has paid for. */
@Repository
class SecondPayments {

    private final JdbcClient db;

    SecondPayments(JdbcClient db) {
        this.db = db;
    }

    /** Hearing of it again is hearing of it once. */
    void note(BillId bill, Instant at) {
        db.sql("""
                        INSERT INTO treasury.second_payment (bill, noted_at)
                        VALUES (:bill, :at)
                        ON CONFLICT (bill) DO NOTHING
                        """).param("bill", bill.value()).param("at", at.atOffset(UTC)).update();
    }

    /** Those of an office that nobody has asked back yet, or in vain; the oldest first. */
    List<BillId> waiting(OfficeId office, int most) {
        return db.sql("""
                        SELECT second.bill
                          FROM treasury.second_payment second
                          JOIN treasury.bill_office place ON place.bill = second.bill
                         WHERE place.office = :office
                           AND NOT EXISTS (SELECT
                                             FROM treasury.refund
                                            WHERE refund.bill = second.bill AND refund.state <> 'REFUSED')
                         ORDER BY second.noted_at, second.bill
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", most)
                .query((row, _) -> new BillId(row.getObject("bill", UUID.class)))
                .list();
    }
}
