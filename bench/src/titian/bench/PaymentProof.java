package titian.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import titian.bench.PaymentChecker.Faults;
import titian.bench.PaymentChecker.Remembered;

/**
 * Shows, before anything is believed, that the checker can see: a payment counted twice, and one fault of each other
 * kind, are put into the tables, each must be found once, and all is taken back.
 */
final class PaymentProof {

    private static final Faults ONE_OF_EACH = new Faults(1, 1, 1, 1, 1, 2);

    private PaymentProof() {}

    static void checkerSees(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var before = new PaymentChecker(connection).check(List.of());
            if (!before.equals(new Faults(0, 0, 0, 0, 0, 0))) {
                throw new IllegalStateException("The checker finds faults where nothing has happened: " + before);
            }
            var checker = new PaymentChecker(connection);
            var found = checker.check(plant(connection));
            if (!found.equals(ONE_OF_EACH) || !checker.evidence().contains("EXPIRED")) {
                throw new IllegalStateException("The checker is blind: one fault of each kind, and it found " + found);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The senders remember four payments: one was lost, one is booked twice, of one a notice was not kept. */
    private static List<Remembered> plant(Connection connection) throws SQLException {
        var remembered = new ArrayList<Remembered>();
        remembered.add(new Remembered(bill(connection, 0, "OPEN", "HELD"), ntpn(0), 0));
        var twice = paid(connection, 1, "CONFIRMED");
        book(connection, twice, "again", "CASH", 650_000, "REVENUE", -650_000);
        remembered.add(new Remembered(twice, ntpn(1), 0));
        remembered.add(new Remembered(paid(connection, 2, "CONFIRMED"), ntpn(2), 1));
        paid(connection, 3, "CONFIRMED");
        remembered.add(new Remembered(paid(connection, 4, "EXPIRED"), ntpn(4), 0));
        book(connection, bill(connection, 5, "OPEN", "HELD"), "off", "RECEIVABLE", 650_000, "BILLED", -649_999);
        return remembered;
    }

    private static String ntpn(int number) {
        return "PLANTED%09d".formatted(number);
    }

    private static String paid(Connection connection, int number, String place) throws SQLException {
        var bill = bill(connection, number, "PAID", place);
        run(connection, """
                INSERT INTO payment.payment (bill, ntb, ntpn, bank, channel, amount, paid_at, recorded_at, late)
                VALUES ('%s', 'planted%d', '%s', '999', '7014', 650000, now(), now(), false)
                """.formatted(bill, number, ntpn(number)));
        book(connection, bill, "once", "CASH", 650_000, "REVENUE", -650_000);
        return bill;
    }

    private static String bill(Connection connection, int number, String state, String place) throws SQLException {
        var bill = UUID.randomUUID().toString();
        var application = UUID.randomUUID().toString();
        run(connection, """
                INSERT INTO payment.bill (id, application, account, tariff_code, name_id, name_en, legal_basis, amount,
                                          payer, state, billing_code, requested_at, pay_by)
                VALUES ('%s', '%s', gen_random_uuid(), 'X', 'X', 'X', 'X', 650000, '§', '%s', '%015d', now(), now())
                """.formatted(bill, application, state, number));
        run(connection, """
                INSERT INTO booking.appointment (id, party, key, request, account, code, application, person, slot, state,
                       held_until, claimed, booked_at)
                SELECT id, id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'PRPRAC%s', '%s',
                       gen_random_uuid(), gen_random_uuid(), '%s', now(), true, now()
                  FROM (SELECT gen_random_uuid() AS id) one
                """.formatted("A" + (char) ('C' + number), application, place));
        return bill;
    }

    private static void book(
            Connection connection, String bill, String what, String debit, long in, String credit, long out)
            throws SQLException {
        run(connection, """
                WITH written AS (
                    INSERT INTO treasury.entry (what, subject, bill, at, day)
                    VALUES ('PLANTED', '%2$s %1$s', '%1$s', now(), current_date)
                    RETURNING id
                )
                INSERT INTO treasury.posting (entry, line, account, amount, currency)
                SELECT id, 1, '%3$s', %4$d, 'IDR' FROM written
                UNION ALL
                SELECT id, 2, '%5$s', %6$d, 'IDR' FROM written
                """.formatted(bill, what, debit, in, credit, out));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
