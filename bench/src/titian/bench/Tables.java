package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Booking's tables as the bench fills them: by its own SQL over a plain connection, beside the engine. */
final class Tables implements AutoCloseable {

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    void run(Path script) throws SQLException, IOException {
        run(Files.readString(script));
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Adds windows of ten minutes one after the other, beginning so many days from now, and names them in a file. */
    List<String> addSlots(String office, int inDays, int count, int capacity, Path file)
            throws SQLException, IOException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity)
                SELECT gen_random_uuid(), ?, 'PASSPORT', 'PUBLIC', starts_at, starts_at + interval '10 minutes', ?
                  FROM (SELECT date_trunc('hour', now()) + make_interval(days => ?, mins => 10 * number) AS starts_at
                          FROM generate_series(1, ?) AS number) ahead
                RETURNING id
                """)) {
            insert.setString(1, office);
            insert.setInt(2, capacity);
            insert.setInt(3, inDays);
            insert.setInt(4, count);
            var slots = new ArrayList<String>();
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    slots.add(rows.getString(1));
                }
            }
            Files.write(file, slots);
            return slots;
        }
    }

    long appointments() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM booking.appointment")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Brings every measurement to the same start: nothing waits to be written out. */
    void settle() throws SQLException {
        run("CHECKPOINT");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
