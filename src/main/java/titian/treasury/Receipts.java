package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.payment.BillMoved;
import titian.shared.OfficeId;

/** The receipts: one for each payment, found by the token on its paper. */
@Repository
class Receipts {

    private final JdbcClient db;

    Receipts(JdbcClient db) {
        this.db = db;
    }

    void add(BillMoved.Paid paid, ReceiptToken token) {
        var received = paid.received();
        var family = paid.family();
        var whole = family != null && family.leading().equals(paid.bill()) ? family.whole() : null;
        var leading = family == null || whole != null ? null : family.leading();
        db.sql("""
                        INSERT INTO treasury.receipt (bill, token, billing_code, ntb, ntpn, bank, channel, amount, currency,
                                                      paid_at, day, first_bill, whole)
                        VALUES (:bill, :token, :code, :ntb, :ntpn, :bank, :channel, :amount, :currency, :paidAt, :day,
                                :first, :whole)
                        """)
                .param("bill", paid.bill().value())
                .param("token", token.value())
                .param("code", received.billingCode())
                .param("ntb", received.bankTransactionNumber())
                .param("ntpn", received.stateReceiptNumber())
                .param("bank", received.bank())
                .param("channel", received.channel())
                .param("amount", paid.amount().amount())
                .param("currency", paid.amount().currency().getCurrencyCode())
                .param("paidAt", received.paidAt().atOffset(UTC))
                .param("day", Entry.day(received.paidAt()))
                .param("first", leading == null ? null : leading.value(), Types.OTHER)
                .param("whole", whole == null ? null : whole.amount(), Types.BIGINT)
                .update();
    }

    Optional<BillId> find(ReceiptToken token) {
        return db.sql("SELECT bill FROM treasury.receipt WHERE token = :token")
                .param("token", token.value())
                .query((row, _) -> new BillId(row.getObject("bill", UUID.class)))
                .optional();
    }

    Optional<ReceiptToken> token(BillId bill) {
        return db.sql("SELECT token FROM treasury.receipt WHERE bill = :bill")
                .param("bill", bill.value())
                .query((row, _) -> new ReceiptToken(row.getString("token")))
                .optional();
    }

    /** The payments as bank and biller name them: what a family paid at once is one, under the first of its bills. */
    List<Booked> named(Collection<String> stateReceiptNumbers, Collection<String> billingCodes) {
        return db.sql("""
                        SELECT *
                          FROM treasury.receipt
                         WHERE first_bill IS NULL AND ntpn = ANY (CAST(:ntpns AS text[]))
                         UNION
                        SELECT *
                          FROM treasury.receipt
                         WHERE first_bill IS NULL AND billing_code = ANY (CAST(:codes AS text[]))
                        """)
                .param("ntpns", stateReceiptNumbers.toArray(String[]::new))
                .param("codes", billingCodes.toArray(String[]::new))
                .query(Receipts::booked)
                .list();
    }

    List<Booked> of(Collection<UUID> bills) {
        return db.sql("SELECT * FROM treasury.receipt WHERE bill = ANY (:bills)")
                .param("bills", bills.toArray(UUID[]::new))
                .query(Receipts::booked)
                .list();
    }

    List<Booked> near(long amount, LocalDate day, int most) {
        return db.sql("""
                        SELECT *
                          FROM treasury.receipt
                         WHERE first_bill IS NULL AND coalesce(whole, amount) = :amount AND day BETWEEN :day - 3 AND :day + 3
                         ORDER BY abs(day - :day), bill
                         LIMIT :most
                        """)
                .param("amount", amount)
                .param("day", day)
                .param("most", most)
                .query(Receipts::booked)
                .list();
    }

    List<Booked> received(OfficeId office, LocalDate from, LocalDate to, UUID after, int most) {
        return db.sql("""
                        SELECT receipt.*
                          FROM treasury.receipt
                          JOIN treasury.bill_office ON bill_office.bill = receipt.bill
                         WHERE bill_office.office = :office AND receipt.day BETWEEN :from AND :to
                           AND receipt.first_bill IS NULL AND receipt.bill > :after
                         ORDER BY receipt.bill
                         LIMIT :most
                        """)
                .param("office", office.value())
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("most", most)
                .query(Receipts::booked)
                .list();
    }

    private static Booked booked(ResultSet row, int number) throws SQLException {
        var whole = row.getObject("whole", Long.class);
        return new Booked(
                new BillId(row.getObject("bill", UUID.class)),
                row.getString("billing_code"),
                row.getString("ntpn"),
                row.getString("ntb"),
                whole == null ? row.getLong("amount") : whole,
                row.getObject("day", LocalDate.class));
    }
}
