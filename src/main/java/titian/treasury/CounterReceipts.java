package titian.treasury;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.ApplicationId;

/** The receipts of fees taken at counters, each with a number of its own, found by the token on its paper. */
@Repository
class CounterReceipts {

    private final JdbcClient db;

    CounterReceipts(JdbcClient db) {
        this.db = db;
    }

    /** A receipt as it is kept. */
    record Kept(String number, ReceiptToken token, Instant takenAt) {}

    void add(ApplicationId application, ReceiptToken token, Instant takenAt) {
        db.sql("""
                        INSERT INTO treasury.counter_receipt (application, number, token, taken_at)
                        VALUES (:application,
                                'LK-' || :year || '-' || lpad(nextval('treasury.counter_receipt_number')::text, 6, '0'),
                                :token, :takenAt)
                        """)
                .param("application", application.value())
                .param("year", String.valueOf(Entry.day(takenAt).getYear()))
                .param("token", token.value())
                .param("takenAt", takenAt.atOffset(UTC))
                .update();
    }

    Optional<Kept> find(ApplicationId application) {
        return db.sql("SELECT number, token, taken_at FROM treasury.counter_receipt WHERE application = :application")
                .param("application", application.value())
                .query((row, _) -> new Kept(
                        row.getString("number"),
                        new ReceiptToken(row.getString("token")),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<ApplicationId> find(ReceiptToken token) {
        return db.sql("SELECT application FROM treasury.counter_receipt WHERE token = :token")
                .param("token", token.value())
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .optional();
    }
}
