package titian.payment;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.DoubtedBill.Told;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** The bills whose amount is in doubt, with the notices that made it so. */
@Repository
class DoubtedBills implements HoldsSealed {

    static final String WHY = "payment.notice.why";

    private static final SealedColumns SEALED = new SealedColumns("payment.notice", "id", Map.of("why", WHY));

    private static final int MOST_TOLD = 10;

    private final JdbcClient db;
    private final Seals seals;

    DoubtedBills(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Those after this one, in the order of their ids. */
    List<BillId> after(UUID after, int most) {
        return db.sql("""
                        SELECT id
                          FROM payment.bill
                         WHERE doubt = 'WRONG_AMOUNT' AND id > :after
                         ORDER BY id
                         LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new BillId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<DoubtedBill> find(BillId bill) {
        return db.sql("""
                        SELECT application, billing_code, amount
                          FROM payment.bill
                         WHERE id = :bill AND doubt = 'WRONG_AMOUNT'
                        """)
                .param("bill", bill.value())
                .query((row, _) -> new DoubtedBill(
                        bill,
                        new ApplicationId(row.getObject("application", UUID.class)),
                        row.getString("billing_code"),
                        Money.rupiah(row.getLong("amount")),
                        told(bill)))
                .optional();
    }

    /** What stands against a bill: about itself, or about a code by which a family pays it. */
    private List<Told> told(BillId bill) {
        return db.sql("""
                        SELECT total, number, ntb, ntpn, received_at
                          FROM payment.notice
                         WHERE verdict IN ('WRONG_AMOUNT', 'SET_ASIDE')
                           AND (bill = :bill
                                OR number IN (SELECT family.billing_code
                                                FROM payment.family_bill family
                                                JOIN payment.family_share share ON share.family = family.id
                                               WHERE share.bill = :bill))
                         ORDER BY received_at
                         LIMIT :most
                        """)
                .param("bill", bill.value())
                .param("most", MOST_TOLD)
                .query((row, _) -> new Told(
                        Money.rupiah(row.getLong("total")),
                        row.getString("number"),
                        row.getString("ntb"),
                        row.getString("ntpn"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What was said of this bill and no other is set aside. */
    void setAside(BillId bill, AccountId officer, String why, Instant now) {
        db.sql("""
                        UPDATE payment.notice
                           SET verdict = 'SET_ASIDE', settled_by = :officer, settled_at = :now, why = :why
                         WHERE bill = :bill AND verdict = 'WRONG_AMOUNT'
                        """)
                .param("bill", bill.value())
                .param("officer", officer.value())
                .param("now", now.atOffset(UTC))
                .param("why", seals.seal(why, WHY))
                .update();
    }

    /** Notices of the right amount that could not be decided as long as the bill was in dispute. */
    List<UUID> waiting(BillId bill) {
        return db.sql("""
                        SELECT id
                          FROM payment.notice
                         WHERE bill = :bill AND verdict = 'WAITING'
                         ORDER BY received_at
                         LIMIT :most
                        """)
                .param("bill", bill.value())
                .param("most", MOST_TOLD)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The bill is asked about again as any other is; false if its amount was in no doubt. */
    boolean clear(BillId bill, boolean noticed, Instant now) {
        return db.sql("""
                        UPDATE payment.bill
                           SET doubt = CASE WHEN :noticed THEN 'NOTICED' END,
                               ask_at = CASE WHEN state = 'OPEN' THEN CAST(:now AS timestamptz) END
                         WHERE id = :bill AND doubt = 'WRONG_AMOUNT'
                        """)
                        .param("bill", bill.value())
                        .param("noticed", noticed)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }
}
