package titian.treasury;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.payment.BillId;
import titian.shared.OfficeId;

/** The books as tests of other modules see them. */
public final class SomeBooks {

    private final Books books;
    private final JdbcClient db;

    public SomeBooks(BeanFactory house) {
        this.books = house.getBean(Books.class);
        this.db = house.getBean(JdbcClient.class);
    }

    /** Says for which office a bill is, as the application does when it goes in. */
    public void place(BillId bill, OfficeId office) {
        books.place(bill, office);
    }

    /** What stands on which account for a bill. */
    public Map<String, Long> booked(BillId bill) {
        return sums("entry.bill = CAST(? AS uuid)", bill.toString());
    }

    /** What a correction moved. */
    public Map<String, Long> corrected(String subject) {
        return sums("entry.what = 'CORRECTED' AND entry.subject = ?", subject);
    }

    private Map<String, Long> sums(String which, String value) {
        var sums = new TreeMap<String, Long>();
        db.sql("""
                        SELECT account, sum(amount) AS amount
                          FROM treasury.posting
                          JOIN treasury.entry ON entry.id = posting.entry
                         WHERE %s
                         GROUP BY account
                        HAVING sum(amount) <> 0
                        """.formatted(which))
                .param(value)
                .query((row, _) -> sums.put(row.getString("account"), row.getLong("amount")))
                .list();
        return sums;
    }
}
