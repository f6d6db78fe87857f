package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.shared.OfficeId;

/** Bills whose money is not the office's: paid once more, or for an application that another bill has paid for. */
@Repository
class SecondPayments {

    private static final int MOST = 100;

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

    /**
     * Money that waits to be asked back.
     *
     * @param surplus the payment beyond the first; nothing if the first itself is not the office's
     */
    record Waiting(BillId bill, @Nullable UUID surplus) {}

    /** What nobody has asked back yet of an office's, or in vain; the oldest first. */
    List<Waiting> waiting(OfficeId office, int most) {
        return db.sql("""
                        SELECT second.bill, beyond.subject::uuid AS surplus
                          FROM treasury.second_payment second
                          JOIN treasury.bill_office place ON place.bill = second.bill
                          LEFT JOIN treasury.entry beyond
                            ON beyond.bill = second.bill AND beyond.what = 'BILL_PAID_TWICE'
                         WHERE place.office = :office
                           AND NOT EXISTS (SELECT
                                             FROM treasury.refund
                                            WHERE refund.bill = second.bill
                                              AND (refund.surplus = beyond.subject::uuid
                                                   OR refund.surplus IS NULL AND beyond.subject IS NULL)
                                              AND refund.state <> 'REFUSED')
                         ORDER BY second.noted_at, second.bill, beyond.id
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("most", most)
                .query((row, _) -> new Waiting(
                        new BillId(row.getObject("bill", UUID.class)), row.getObject("surplus", UUID.class)))
                .list();
    }

    /** The payments of a bill beyond the first, as they came. */
    List<UUID> of(BillId bill) {
        return db.sql("""
                        SELECT subject::uuid AS surplus
                          FROM treasury.entry
                         WHERE bill = :bill AND what = 'BILL_PAID_TWICE'
                         ORDER BY id
                         LIMIT :most
                        """)
                .param("bill", bill.value())
                .param("most", MOST)
                .query((row, _) -> row.getObject("surplus", UUID.class))
                .list();
    }

    /** Of those the first that nobody has asked back, or in vain. */
    Optional<UUID> unasked(BillId bill) {
        return db.sql("""
                        SELECT subject::uuid AS surplus
                          FROM treasury.entry
                         WHERE bill = :bill AND what = 'BILL_PAID_TWICE'
                           AND NOT EXISTS (SELECT
                                             FROM treasury.refund
                                            WHERE refund.bill = entry.bill AND refund.surplus = subject::uuid
                                              AND refund.state <> 'REFUSED')
                         ORDER BY id
                         LIMIT 1
                        """)
                .param("bill", bill.value())
                .query((row, _) -> row.getObject("surplus", UUID.class))
                .optional();
    }
}
