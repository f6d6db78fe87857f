package titian.payment;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.Money;
import titian.tariff.Quote.Line;

/** What bills consist of. */
@Repository
class BillLines {

    private final JdbcClient db;

    BillLines(JdbcClient db) {
        this.db = db;
    }

    void add(BillId bill, List<Line> lines) {
        IntStream.range(0, lines.size()).forEach(at -> add(bill, at + 1, lines.get(at)));
    }

    private void add(BillId bill, int position, Line line) {
        db.sql("""
                        INSERT INTO payment.bill_line (bill, position, tariff_code, name_id, name_en, amount)
                        VALUES (:bill, :position, :code, :nameId, :nameEn, :amount)
                        """)
                .param("bill", bill.value())
                .param("position", position)
                .param("code", line.tariffCode())
                .param("nameId", line.nameInIndonesian())
                .param("nameEn", line.nameInEnglish())
                .param("amount", line.amount().amount())
                .update();
    }

    List<Line> of(BillId bill) {
        return db.sql("""
                        SELECT tariff_code, name_id, name_en, amount
                          FROM payment.bill_line
                         WHERE bill = :bill
                         ORDER BY position
                        """)
                .param("bill", bill.value())
                .query((row, _) -> new Line(
                        row.getString("tariff_code"),
                        row.getString("name_id"),
                        row.getString("name_en"),
                        Money.rupiah(row.getLong("amount"))))
                .list();
    }
}
