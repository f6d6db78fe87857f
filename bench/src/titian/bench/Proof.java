package titian.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import titian.bench.Answer.Said;
import titian.bench.Checker.Faults;

/**
 * Shows, before anything is believed, that the checker can see: one fault of each kind is put into the tables and the
 * answers, each must be found once, and all is taken back.
 */
final class Proof {

    private static final Faults ONE_OF_EACH = new Faults(1, 1, 1, 1, 1, 1);

    private final Connection connection;
    private final Collection<Answer> answers = new ArrayList<>();
    private int people;
    private int appointments;

    private Proof(Connection connection) {
        this.connection = connection;
    }

    static void checkerSees(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var proof = new Proof(connection);
            proof.plant();
            var found = new Checker(connection).check(proof.answers);
            if (!found.equals(ONE_OF_EACH)) {
                throw new IllegalStateException("The checker is blind: one fault of each kind, and it found " + found);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void plant() throws SQLException {
        run("DROP INDEX booking.one_live_appointment");
        var full = slot(1, 2, 2);
        for (int person = 0; person < 3; person++) {
            told(kept(someone(), full), full, Said.BOOKED);
        }
        var roomy = slot(2, 10, 3);
        told(someone(), roomy, Said.BOOKED);
        kept(someone(), roomy);
        var greedy = kept(someone(), roomy);
        told(greedy, roomy, Said.BOOKED);
        var other = slot(3, 10, 1);
        told(kept(greedy, other), other, Said.BOOKED);
        var confused = kept(someone(), roomy);
        told(confused, roomy, Said.BOOKED);
        told(confused, roomy, Said.REFUSED);
    }

    private String someone() {
        return new UUID(0, ++people).toString();
    }

    private void told(String person, String slot, Said said) {
        answers.add(new Answer(person, person + slot, slot, said, 0, 0));
    }

    private String slot(int number, int capacity, int taken) throws SQLException {
        var id = UUID.randomUUID().toString();
        run("""
                INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity, taken)
                VALUES ('%s', 'nowhere', 'PASSPORT', 'PUBLIC', now() + interval '%d days', now() + interval '9 days',
                        %d, %d)
                """.formatted(id, number, capacity, taken));
        return id;
    }

    private String kept(String person, String slot) throws SQLException {
        run("""
                INSERT INTO booking.appointment (id, party, key, request, account, code, application, person, slot, state,
                       held_until, claimed, booked_at)
                SELECT id, id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'PRPR%s', gen_random_uuid(),
                       '%s', '%s', 'CONFIRMED', now(), false, now()
                  FROM (SELECT gen_random_uuid() AS id) one
                """.formatted(code(), person, slot));
        return person;
    }

    /** Four letters that no other planted appointment has. */
    private String code() {
        var number = appointments++;
        return "AB" + (char) ('C' + number / 6) + (char) ('C' + number % 6);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
