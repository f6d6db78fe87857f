package titian.booking;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import titian.platform.Failure;
import titian.slot.SlotId;

/**
 * The engine's own connections, outside the pool, one for each thread that decides: nobody who looks at pages can keep them
 * waiting, and the one statement is planned once. Plans are made for indexes only, because they outlive the moment when the tables were small.
 */
@Component
class EngineLine implements AutoCloseable {

    private static final String OPTIONS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_bitmapscan=off -c jit=off -c statement_timeout=10s -c lock_timeout=2s";
    private static final int ANSWER_SECONDS = 5;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(12);

    private final JdbcConnectionDetails database;
    private final ThreadLocal<@Nullable Connection> connections = new ThreadLocal<>();

    EngineLine(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Decides these in one transaction. A group that may be split comes alone, so what it finds free stays free. */
    List<Outcome> decide(List<Ask> asks, Instant now) throws SQLException {
        var open = open();
        try {
            return asks.getFirst().mayBeSplit()
                    ? decideSplit(open, asks.getFirst(), now)
                    : new Decision(asks, now).by(open);
        } catch (SQLException failed) {
            if (Failure.of(failed) == Failure.GONE) {
                close();
            }
            throw failed;
        }
    }

    private static List<Outcome> decideSplit(Connection open, Ask ask, Instant now) throws SQLException {
        open.setAutoCommit(false);
        try {
            var spread = ask.spread(freeInFirst(open, ask));
            var outcomes = new Decision(List.of(spread), now).by(open);
            open.commit();
            return outcomes;
        } finally {
            open.rollback();
            open.setAutoCommit(true);
        }
    }

    /** Locks both windows and counts what is free in the first; if they do not adjoin, everybody belongs there. */
    private static int freeInFirst(Connection open, Ask ask) throws SQLException {
        try (var statement = open.prepareStatement("""
                WITH pair AS (
                    SELECT id, office, lane, channel, starts_at, ends_at, capacity - taken AS free
                      FROM booking.slot
                     WHERE id IN (?, ?)
                     ORDER BY id
                       FOR UPDATE
                )
                SELECT one.free
                  FROM pair one
                  JOIN pair other USING (office, lane, channel)
                 WHERE one.id = ? AND other.id <> one.id
                   AND (one.ends_at = other.starts_at OR other.ends_at = one.starts_at)
                """)) {
            var first = ask.seats().getFirst().slot().value();
            statement.setObject(1, first);
            statement.setObject(2, Objects.requireNonNull(ask.second()).value());
            statement.setObject(3, first);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt("free") : ask.seats().size();
            }
        }
    }

    /** Those of the windows asked for that somebody else holds on to right now. */
    Set<SlotId> heldUp(List<Ask> asks) throws SQLException {
        var windows = asks.stream().flatMap(Ask::windows).collect(Collectors.toCollection(HashSet::new));
        var open = open();
        try (var statement = open.prepareStatement("""
                SELECT id
                  FROM booking.slot
                 WHERE id = ANY (?)
                   AND id NOT IN (SELECT id
                                    FROM booking.slot
                                   WHERE id = ANY (?)
                                     FOR UPDATE SKIP LOCKED)
                """)) {
            var ids = open.createArrayOf(
                    "uuid", windows.stream().map(SlotId::value).toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            var held = new HashSet<SlotId>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(new SlotId(rows.getObject("id", UUID.class)));
                }
            }
            return held;
        }
    }

    private Connection open() throws SQLException {
        var connection = connections.get();
        if (connection == null || connection.isClosed()) {
            connection = connect();
            connections.set(connection);
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.APPLICATION_NAME.set(properties, "titian-booking");
        PGProperty.OPTIONS.set(properties, OPTIONS);
        PGProperty.PREPARE_THRESHOLD.set(properties, 1);
        PGProperty.BINARY_TRANSFER_ENABLE.set(properties, Columns.binary());
        PGProperty.CONNECT_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) LONGEST_SILENCE.toSeconds());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    /** Closes the line of the thread that calls. */
    @Override
    public void close() {
        var connection = connections.get();
        connections.remove();
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException _) {
                // it is gone all the same
            }
        }
    }
}
