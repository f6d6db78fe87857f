package titian.snap;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.payment.BillId;
import titian.platform.OutsideLine;

/** The record of what we and the bank said to each other. A question without an outcome was cut short. */
@Repository
class Exchanges {

    private final JdbcClient db;
    private final Clock clock;

    Exchanges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    long asked(String path, @Nullable BillId bill, String request) {
        return db.sql("""
                        INSERT INTO snap.exchange (at, incoming, path, bill, request)
                        VALUES (:at, false, :path, :bill, :request)
                        RETURNING id
                        """)
                .param("at", clock.instant().atOffset(UTC))
                .param("path", path)
                .param("bill", bill == null ? null : bill.value(), Types.OTHER)
                .param("request", OutsideLine.forTheRecord(request))
                .query(Long.class)
                .single();
    }

    void answered(long exchange, int status, String answer, String outcome, Duration took) {
        db.sql("""
                        UPDATE snap.exchange
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
        db.sql("UPDATE snap.exchange SET outcome = :outcome, milliseconds = :milliseconds WHERE id = :exchange")
                .param("exchange", exchange)
                .param("outcome", outcome)
                .param("milliseconds", took.toMillis())
                .update();
    }

    void told(String path, @Nullable BillId bill, String request, int status, String answer, String outcome) {
        db.sql("""
                        INSERT INTO snap.exchange (at, incoming, path, bill, request, status, answer, outcome)
                        VALUES (:at, true, :path, :bill, :request, :status, :answer, :outcome)
                        """)
                .param("at", clock.instant().atOffset(UTC))
                .param("path", path)
                .param("bill", bill == null ? null : bill.value(), Types.OTHER)
                .param("request", OutsideLine.forTheRecord(request))
                .param("status", status)
                .param("answer", answer)
                .param("outcome", outcome)
                .update();
    }
}
