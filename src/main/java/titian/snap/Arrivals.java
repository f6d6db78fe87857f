package titian.snap;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ids of the messages that were let in, kept for as long as one might come again. */
@Repository
class Arrivals {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final JdbcClient db;
    private final Clock clock;

    Arrivals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Lets a message in; false if one of this id was let in that was sent on the same day. */
    boolean add(String externalId, Instant sent) {
        return db.sql("""
                        INSERT INTO snap.arrival (day, external_id, at)
                        VALUES (:day, :id, :at)
                        ON CONFLICT ON CONSTRAINT an_external_id_comes_once_a_day DO NOTHING
                        """)
                        .param("day", LocalDate.ofInstant(sent, JAKARTA))
                        .param("id", externalId)
                        .param("at", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    /** A message older than its time window is refused by that already. */
    void forgetOld() {
        db.sql("DELETE FROM snap.arrival WHERE day < :day")
                .param("day", LocalDate.ofInstant(clock.instant(), JAKARTA).minusDays(2))
                .update();
    }
}
