package titian.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import titian.slot.SlotId;

/**
 * A row the test holds, so that others stop between two of their steps until it lets go: those who come for the row wait
 * in the order in which they came.
 */
public final class Pause implements AutoCloseable {

    private final DataSource database;
    private final Connection held;
    private final int process;

    private Pause(DataSource database, String lock, UUID... rows) {
        this.database = database;
        try {
            held = database.getConnection();
            held.setAutoCommit(false);
            try (var statement = held.prepareStatement(lock)) {
                statement.setArray(1, held.createArrayOf("uuid", rows));
                try (var locked = statement.executeQuery()) {
                    int count = 0;
                    int backend = 0;
                    while (locked.next()) {
                        count++;
                        backend = locked.getInt("process");
                    }
                    if (count != rows.length) {
                        throw new IllegalStateException("held " + count + " of " + rows.length + " rows");
                    }
                    process = backend;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Pause before(DataSource database, SlotId... slots) {
        return new Pause(database, """
                SELECT pg_backend_pid() AS process
                  FROM booking.slot
                 WHERE id = ANY (?)
                 ORDER BY id
                   FOR UPDATE
                """, Arrays.stream(slots).map(SlotId::value).toArray(UUID[]::new));
    }

    public static Pause before(DataSource database, AppointmentId appointment) {
        return new Pause(database, """
                SELECT pg_backend_pid() AS process
                  FROM booking.appointment
                 WHERE id = ANY (?)
                   FOR UPDATE
                """, appointment.value());
    }

    /** Until so many stand and wait: at the row itself, or behind one another. */
    public void untilWaiting(int others) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> waiting() >= others);
    }

    private int waiting() throws SQLException {
        return waitingFor(database, process);
    }

    /** How many connections wait for this one, also by waiting for another that does. */
    static int waitingFor(DataSource database, int process) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                WITH RECURSIVE waiting (process) AS (
                    SELECT pid
                      FROM pg_stat_activity
                     WHERE ? = ANY (pg_blocking_pids(pid))
                     UNION
                    SELECT activity.pid
                      FROM pg_stat_activity activity
                      JOIN waiting ON waiting.process = ANY (pg_blocking_pids(activity.pid))
                )
                SELECT count(*) FROM waiting
                """)) {
            statement.setInt(1, process);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Cuts the lines of those who stand and wait, as when their process or the way to it dies. */
    void cutThemOff() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        SELECT pg_terminate_backend(pid)
                          FROM pg_stat_activity
                         WHERE ? = ANY (pg_blocking_pids(pid))
                        """)) {
            statement.setInt(1, process);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets those who wait go on. */
    public void letGo() {
        try {
            held.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!held.isClosed()) {
                held.rollback();
                held.setAutoCommit(true);
                held.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
