package titian.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.PaymentRecord;
import titian.shared.OfficeId;
import titian.treasury.Entry.What;

/** The books read by day, for one office. */
@Repository
class Reports {

    private static final int LONGEST_MONTH = 31 * 10;

    private final JdbcClient db;
    private final PaymentRecord record;

    Reports(JdbcClient db, PaymentRecord record) {
        this.db = db;
        this.record = record;
    }

    List<Report.Line> lines(OfficeId office, Period period) {
        return db.sql("""
                        SELECT entry.day, posting.currency,
                               count(*) FILTER (WHERE what = 'BILL_OPENED' AND account = 'RECEIVABLE') AS bills,
                               coalesce(sum(amount) FILTER (WHERE what = 'BILL_OPENED' AND account = 'RECEIVABLE'), 0) AS billed,
                               coalesce(sum(amount) FILTER (WHERE what = 'BILL_CLOSED' AND account = 'BILLED'), 0) AS closed,
                               count(*) FILTER (WHERE what IN ('BILL_PAID', 'BILL_PAID_TWICE') AND account = 'CASH'
                                                   OR what = 'TAKEN_AT_COUNTER' AND account = 'COUNTER') AS payments,
                               coalesce(sum(amount) FILTER (WHERE what <> 'REFUND_PAID' AND account IN ('CASH', 'COUNTER')), 0) AS received,
                               coalesce(sum(-amount) FILTER (WHERE what = 'REFUND_ORDERED' AND account = 'REFUNDS_DUE'), 0) AS refunded
                          FROM treasury.entry
                          JOIN treasury.posting ON posting.entry = entry.id
                          LEFT JOIN treasury.bill_office ON bill_office.bill = entry.bill
                         WHERE entry.day BETWEEN :from AND :to
                           AND coalesce(entry.office, bill_office.office) = :office
                         GROUP BY entry.day, posting.currency
                         ORDER BY entry.day, posting.currency
                         LIMIT :most
                        """)
                .param("from", period.from())
                .param("to", period.to())
                .param("office", office.value())
                .param("most", LONGEST_MONTH)
                .query((row, _) -> new Report.Line(
                        row.getObject("day", LocalDate.class),
                        row.getString("currency"),
                        row.getLong("bills"),
                        row.getLong("billed"),
                        row.getLong("closed"),
                        row.getLong("payments"),
                        row.getLong("received"),
                        row.getLong("refunded")))
                .list();
    }

    /** The first payments of a period: all that moved its money, save what went back. */
    List<Report.Payment> payments(OfficeId office, Period period, int most) {
        return payments(office, period).param("most", most).query(this::payment).list();
    }

    /** All payments of a period, each handed on while the next is fetched. */
    void eachPayment(OfficeId office, Period period, Consumer<Report.Payment> reader) {
        payments(office, period).param("most", Integer.MAX_VALUE).query(row -> {
            reader.accept(payment(row, 0));
        });
    }

    private JdbcClient.StatementSpec payments(OfficeId office, Period period) {
        return db.sql("""
                        SELECT entry.what, entry.subject, entry.day, coalesce(receipt.paid_at, entry.at) AS paid_at,
                               coalesce(ntpn, '') AS ntpn, coalesce(ntb, '') AS ntb,
                               coalesce(billing_code, '') AS billing_code, coalesce(bank, '') AS bank,
                               coalesce(channel, '') AS channel, posting.amount, posting.currency
                          FROM treasury.entry
                          JOIN treasury.posting ON posting.entry = entry.id AND posting.account IN ('CASH', 'COUNTER')
                          LEFT JOIN treasury.bill_office ON bill_office.bill = entry.bill
                          LEFT JOIN treasury.receipt ON receipt.bill = entry.bill AND entry.what = 'BILL_PAID'
                         WHERE entry.day BETWEEN :from AND :to
                           AND coalesce(entry.office, bill_office.office) = :office
                           AND entry.what <> 'REFUND_PAID'
                         ORDER BY paid_at, subject
                         LIMIT :most
                        """)
                .withFetchSize(1_000)
                .param("from", period.from())
                .param("to", period.to())
                .param("office", office.value());
    }

    private Report.Payment payment(ResultSet row, int number) throws SQLException {
        var payment = new Report.Payment(
                What.valueOf(row.getString("what")),
                row.getObject("day", LocalDate.class),
                row.getObject("paid_at", OffsetDateTime.class).toInstant(),
                row.getString("ntpn"),
                row.getString("ntb"),
                row.getString("billing_code"),
                row.getString("bank"),
                row.getString("channel"),
                row.getLong("amount"),
                row.getString("currency"));
        return payment.what() == What.BILL_PAID_TWICE
                ? record.beyond(UUID.fromString(row.getString("subject")))
                        .map(payment::received)
                        .orElse(payment)
                : payment;
    }
}
