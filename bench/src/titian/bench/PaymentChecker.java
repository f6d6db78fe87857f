package titian.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts, from the tables and from what the senders remember, what must not be: it believes neither the application nor
 * its books.
 */
final class PaymentChecker {

    private static final String PAID_AND_RELEASED = """
              FROM payment.bill
              JOIN payment.payment ON payment.bill = bill.id
             WHERE bill.state = 'CLOSED'
                OR (NOT payment.late
                    AND NOT EXISTS (SELECT
                                      FROM booking.appointment
                                     WHERE appointment.application = bill.application
                                       AND appointment.state = 'CONFIRMED'))
            """;

    private final Connection connection;

    /** What the senders remember: the bill, the treasury's number of its payment, how many of its notices were received. */
    record Remembered(String bill, String ntpn, int received) {}

    /**
     * @param lost            payments received and not on their bill
     * @param countedTwice    payments that stand in payments, receipts or books more than once
     * @param invented        bills paid that nobody paid
     * @param paidAndReleased bills paid in time whose place was given back, or closed and paid at once
     * @param forgotten       notices received and not kept
     * @param unbalanced      entries off zero, and one more if the books' cash is not the payments
     */
    record Faults(
            long lost, long countedTwice, long invented, long paidAndReleased, long forgotten, long unbalanced) {}

    PaymentChecker(Connection connection) {
        this.connection = connection;
    }

    Faults check(Collection<Remembered> remembered) throws SQLException {
        var paid = counted("SELECT bill::text || ' ' || ntpn, count(*) FROM payment.payment GROUP BY 1");
        var kept = counted("SELECT bill::text, sum(times) FROM payment.notice WHERE bill IS NOT NULL GROUP BY 1");
        var known = new HashMap<String, Remembered>();
        long lost = 0;
        long forgotten = 0;
        for (var one : remembered) {
            known.put(one.bill() + " " + one.ntpn(), one);
            lost += paid.containsKey(one.bill() + " " + one.ntpn()) ? 0 : 1;
            forgotten += Math.max(0, one.received() - kept.getOrDefault(one.bill(), 0L));
        }
        var invented = paid.keySet().stream().filter(one -> !known.containsKey(one)).count();
        return new Faults(lost, countedTwice(), invented, paidAndReleased(), forgotten, unbalanced());
    }

    private long countedTwice() throws SQLException {
        return number("""
                SELECT count(*)
                  FROM (SELECT bill FROM payment.payment GROUP BY bill HAVING count(*) > 1
                        UNION
                        SELECT bill FROM treasury.receipt GROUP BY bill HAVING count(*) > 1
                        UNION
                        SELECT entry.bill
                          FROM treasury.entry
                          JOIN treasury.posting ON posting.entry = entry.id AND posting.account = 'CASH'
                          JOIN payment.bill ON bill.id = entry.bill
                         GROUP BY entry.bill, bill.amount
                        HAVING sum(posting.amount) > bill.amount) AS twice
                """);
    }

    private long paidAndReleased() throws SQLException {
        return number("SELECT count(*) " + PAID_AND_RELEASED);
    }

    /** What stands in the tables about the first few of those paid and released. */
    String evidence() throws SQLException {
        var found = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT jsonb_pretty(to_jsonb(bill.*) - 'payer' || jsonb_build_object(
                                   'payment', to_jsonb(payment.*),
                                   'notices', (SELECT jsonb_agg(to_jsonb(notice.*))
                                                 FROM payment.notice WHERE notice.bill = bill.id),
                                   'application', (SELECT to_jsonb(its.*) - 'nik'
                                                     FROM application.application its WHERE its.id = bill.application),
                                   'places', (SELECT jsonb_agg(to_jsonb(appointment.*))
                                                FROM booking.appointment
                                               WHERE appointment.application = bill.application)))
                        """ + PAID_AND_RELEASED + " LIMIT 3")) {
            while (rows.next()) {
                found.append(rows.getString(1)).append('\n');
            }
        }
        return found.toString();
    }

    private long unbalanced() throws SQLException {
        return number("""
                SELECT count(*)
                  FROM (SELECT entry FROM treasury.posting GROUP BY entry, currency HAVING sum(amount) <> 0) AS off
                """)
                + number("""
                        SELECT CASE WHEN (SELECT coalesce(sum(amount), 0) FROM treasury.posting WHERE account = 'CASH')
                                       = (SELECT coalesce(sum(amount), 0) FROM payment.payment)
                                    THEN 0 ELSE 1 END
                        """);
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, Long> counted(String sql) throws SQLException {
        var counted = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counted.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counted;
    }
}
