package titian.simponi;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.OutsideLine;

/** The record of what was asked of the biller and what it answered. A question without an outcome was cut short. */
@Repository
class Exchanges {

    private final JdbcClient db;
    private final Clock clock;

    Exchanges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    long asked(UUID bill, String method, String request) {
        return db.sql("""
                        INSERT INTO simponi.exchange (at, bill, method, request)
                        VALUES (:at, :bill, :method, :request)
                        RETURNING id
                        """)
                .param("at", clock.instant().atOffset(UTC))
                .param("bill", bill)
                .param("method", method)
                .param("request", request)
                .query(Long.class)
                .single();
    }

    void answered(long exchange, int status, String answer, String outcome, Duration took) {
        db.sql("""
                        UPDATE simponi.exchange
                           SET status = :status, answer = :answer, outcome = :outcome, milliseconds = :milliseconds
                         WHERE id = :exchange
                        """)
                .param("exchange", exchange)
                .param("status", status)
                .param("answer", OutsideLine.forTheRecord(answer))
                .param("outcome", outcome)
                .param("milliseconds", took.toMillis())
                .update();
    }

    void unanswered(long exchange, String outcome, Duration took) {
        db.sql("UPDATE simponi.exchange SET outcome = :outcome, milliseconds = :milliseconds WHERE id = :exchange")
                .param("exchange", exchange)
                .param("outcome", outcome)
                .param("milliseconds", took.toMillis())
                .update();
    }
}
