package titian.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what changed on any node and tells this node's screens. One connection of its own, outside the pool: whoever
 * listens holds it for good. When it breaks, a new one is made and every topic being watched is looked up in the
 * table, so that nothing said meanwhile is missed.
 */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ANSWER_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private final Screens screens;
    private final List<LiveEar> ears;
    private volatile boolean running;
    private @Nullable Thread ear;

    LiveListener(JdbcConnectionDetails database, Screens screens, List<LiveEar> ears) {
        this.database = database;
        this.screens = screens;
        this.ears = ears;
    }

    @Override
    public void start() {
        running = true;
        screens.reopen();
        ear = Thread.ofVirtual().name("live-listener").start(this::listen);
    }

    /** Before the web server waits for open requests to end: an open screen never would. */
    @Override
    public void stop() {
        running = false;
        screens.closeAll();
        if (ear != null) {
            ear.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        var pause = FIRST_PAUSE;
        while (running) {
            try (var connection = connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN live_event");
                    statement.execute("LISTEN live_hint");
                }
                catchUp(connection);
                pause = FIRST_PAUSE;
                relay(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Live events are cut off, trying again in {}: {}", pause, e.getMessage());
                    pause = rest(pause);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var options = new Properties();
        PGProperty.USER.set(options, database.getUsername());
        PGProperty.PASSWORD.set(options, database.getPassword());
        PGProperty.APPLICATION_NAME.set(options, "titian-live");
        PGProperty.CONNECT_TIMEOUT.set(options, ANSWER_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(options, ANSWER_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(options, true);
        return DriverManager.getConnection(database.getJdbcUrl(), options);
    }

    /** Tells every watched topic its newest event, told already or not: looking once too often does no harm. */
    private void catchUp(Connection connection) throws SQLException {
        try (var newest = connection.prepareStatement("""
                SELECT topic, max(id)
                FROM live.event
                WHERE topic = ANY (?)
                GROUP BY topic
                """)) {
            newest.setArray(1, connection.createArrayOf("text", screens.topics().toArray()));
            try (var rows = newest.executeQuery()) {
                while (rows.next()) {
                    screens.tell(Objects.requireNonNull(rows.getString(1)), rows.getLong(2));
                }
            }
        }
    }

    /** Silence may mean that nothing happens or that the line is dead: after a while we ask. */
    private void relay(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        while (running) {
            var heard = line.getNotifications((int) SILENCE.toMillis());
            if (heard == null || heard.length == 0) {
                if (!connection.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("the connection no longer answers");
                }
                continue;
            }
            for (PGNotification said : heard) {
                hear(said);
            }
        }
    }

    private void hear(PGNotification said) {
        if (said.getName().equals("live_hint")) {
            said.getParameter().lines().forEach(topic -> ears.forEach(ear -> ear.heard(topic)));
        } else {
            var words = said.getParameter().split(" ", 2);
            screens.tell(words[1], Long.parseLong(words[0]));
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
