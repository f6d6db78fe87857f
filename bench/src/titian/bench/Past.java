package titian.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Visits of the last years, put into the tables as if each had been booked, paid for and made. */
final class Past {

    private static final int PLACES_PER_SLOT = 20;

    private final Tables tables;

    Past(Tables tables) {
        this.tables = tables;
    }

    /** The indexes are made anew over the filled table: faster than row by row, and packed as after a REINDEX. */
    void fill(long visits) throws SQLException {
        tables.run("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'");
        var constraintsAndIndexes = takeOffIndexes();
        tables.run(SLOTS.formatted(visits / PLACES_PER_SLOT));
        tables.run(VISITS.formatted(visits));
        for (var definition : constraintsAndIndexes) {
            tables.run(definition);
        }
        tables.run("RESET synchronous_commit");
        tables.run("VACUUM (ANALYZE) booking.appointment");
        tables.run("VACUUM (ANALYZE) booking.slot");
        tables.run("CHECKPOINT");
    }

    private List<String> takeOffIndexes() throws SQLException {
        var definitions = new ArrayList<String>();
        var drops = new ArrayList<String>();
        try (var statement = tables.connection().createStatement();
                var rows = statement.executeQuery("""
                        SELECT 'DROP INDEX booking.' || quote_ident(indexname), indexdef
                          FROM pg_indexes
                         WHERE schemaname = 'booking' AND tablename = 'appointment' AND indexname NOT LIKE '%pkey'
                        """)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (var drop : drops) {
            tables.run(drop);
        }
        return definitions;
    }

    private static final String SLOTS = """
            INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity, taken)
            SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
                   'past-office', 'PASSPORT', 'PUBLIC',
                   now() - number * interval '10 minutes', now() - (number - 1) * interval '10 minutes', 20, 20
              FROM generate_series(1, %d) AS number
            """;

    /** From the oldest to yesterday's, with identifiers in the order of time. */
    private static final String VISITS = """
            INSERT INTO booking.appointment (id, party, key, request, account, code, application, person, slot, state,
                   held_until, claimed, booked_at, checked_in_at)
            SELECT visit.id, visit.id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                   translate(lpad(upper(to_hex((random() * 4294967295)::bigint)), 8, '2'), '01', 'XY'),
                   gen_random_uuid(),
                   gen_random_uuid(),
                   visit.slot, 'DONE', visit.at, true, visit.at, visit.at
              FROM (SELECT (lpad(to_hex(((extract(epoch FROM at) * 1000)::bigint)), 12, '0')
                            || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid AS id,
                           at,
                           ('00000000-0000-7000-8000-' || lpad(to_hex(1 + number / 20), 12, '0'))::uuid AS slot
                      FROM (SELECT number, now() - interval '40 days' - number * interval '10 seconds' AS at
                              FROM generate_series(%d - 1, 0, -1) AS number) times) visit
            """;
}
