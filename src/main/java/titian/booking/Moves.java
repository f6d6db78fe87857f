package titian.booking;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where appointments have been before. */
@Repository
class Moves {

    private final JdbcClient db;

    Moves(JdbcClient db) {
        this.db = db;
    }

    /** What was asked for under this key, if a move was. */
    Optional<UUID> request(UUID key) {
        return db.sql("SELECT request FROM booking.move WHERE key = :key LIMIT 1")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }
}
