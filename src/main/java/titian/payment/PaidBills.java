package titian.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** The bills read together with their payments. */
@Repository
class PaidBills {

    private static final int MOST = 20;

    private final JdbcClient db;
    private final Seals seals;

    PaidBills(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    Optional<PaidBill> find(BillId bill) {
        return db.sql("""
                        SELECT b.application, b.account, b.payer, b.name_id, b.name_en, b.legal_basis,
                               coalesce(f.billing_code, b.billing_code) AS billing_code, p.*
                          FROM payment.payment p
                          JOIN payment.bill b ON b.id = p.bill
                          LEFT JOIN payment.family_bill f ON f.id = p.family
                         WHERE p.bill = :bill
                        """).param("bill", bill.value()).query(this::paid).optional();
    }

    /** The newest first. An application has few. */
    List<PaidBill> of(ApplicationId application, AccountId account) {
        return db.sql("""
                        SELECT b.application, b.account, b.payer, b.name_id, b.name_en, b.legal_basis,
                               coalesce(f.billing_code, b.billing_code) AS billing_code, p.*
                          FROM payment.payment p
                          JOIN payment.bill b ON b.id = p.bill
                          LEFT JOIN payment.family_bill f ON f.id = p.family
                         WHERE b.application = :application AND b.account = :account
                         ORDER BY p.recorded_at DESC
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("account", account.value())
                .param("most", MOST)
                .query(this::paid)
                .list();
    }

    List<PaidBill> named(String stateReceiptNumber) {
        return db.sql("""
                        SELECT b.application, b.account, b.payer, b.name_id, b.name_en, b.legal_basis,
                               coalesce(f.billing_code, b.billing_code) AS billing_code, p.*
                          FROM payment.payment p
                          JOIN payment.bill b ON b.id = p.bill
                          LEFT JOIN payment.family_bill f ON f.id = p.family
                         WHERE p.bill IN (
                             SELECT bill FROM payment.payment WHERE ntpn = :ntpn AND family IS NULL
                              UNION
                             SELECT bill FROM payment.surplus WHERE ntpn = :ntpn AND family IS NULL
                              UNION
                             SELECT share.bill
                               FROM payment.family_bill family
                               JOIN payment.family_share share ON share.family = family.id
                              WHERE family.ntpn = :ntpn)
                         ORDER BY b.requested_at, b.id
                         LIMIT :most
                        """)
                .param("ntpn", stateReceiptNumber)
                .param("most", FamilyDesk.LARGEST)
                .query(this::paid)
                .list();
    }

    List<BillStanding> standing(UUID after, int most) {
        return db.sql("""
                        SELECT b.id, b.amount, b.state IN ('REQUESTED', 'OPEN') AS owed, p.amount AS received,
                               (SELECT coalesce(sum(s.amount), 0) FROM payment.surplus s WHERE s.bill = b.id) AS beyond
                          FROM payment.bill b
                          LEFT JOIN payment.payment p ON p.bill = b.id
                         WHERE b.id > :after
                         ORDER BY b.id
                         LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> {
                    var received = row.getObject("received", Long.class);
                    return new BillStanding(
                            new BillId(row.getObject("id", UUID.class)),
                            Money.rupiah(row.getLong("amount")),
                            row.getBoolean("owed"),
                            received == null ? null : Money.rupiah(received),
                            Money.rupiah(row.getLong("beyond")));
                })
                .list();
    }

    private PaidBill paid(ResultSet row, int number) throws SQLException {
        return new PaidBill(
                new BillId(row.getObject("bill", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                seals.open(row.getString("payer"), Ledger.PAYER),
                row.getString("name_id"),
                row.getString("name_en"),
                row.getString("legal_basis"),
                Money.rupiah(row.getLong("amount")),
                new BillMoved.Received(
                        row.getString("billing_code"),
                        row.getString("ntb"),
                        row.getString("ntpn"),
                        row.getString("bank"),
                        row.getString("channel"),
                        row.getObject("paid_at", OffsetDateTime.class).toInstant()),
                row.getBoolean("late"));
    }
}
