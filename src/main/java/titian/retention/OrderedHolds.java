package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Hold;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What officers ordered to be kept. */
@Repository
class OrderedHolds implements ForgetsPeople {

    private final JdbcClient db;

    OrderedHolds(JdbcClient db) {
        this.db = db;
    }

    /** Places an order once whatever is being forgotten in this moment has gone. */
    void place(UUID id, OrderedHold.Order order, AccountId officer, Instant now) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('retention', 86))::text")
                .query(String.class)
                .single();
        db.sql("""
                        INSERT INTO retention.hold (id, account, reason, letter, placed_by, placed_at)
                        VALUES (:id, :account, :reason, :letter, :officer, :now)
                        """)
                .param("id", id)
                .param("account", order.account().value())
                .param("reason", order.reason().name())
                .param("letter", order.letter())
                .param("officer", officer.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    boolean lift(UUID id, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE retention.hold
                           SET lifted_by = :officer, lifted_at = :now
                         WHERE id = :id AND lifted_at IS NULL
                        """)
                        .param("id", id)
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    List<OrderedHold> inForce(int most) {
        return db.sql("""
                        SELECT id, account, reason, letter, placed_at
                          FROM retention.hold
                         WHERE lifted_at IS NULL
                         ORDER BY placed_at DESC
                         LIMIT :most
                        """)
                .param("most", most)
                .query((row, _) -> new OrderedHold(
                        row.getObject("id", UUID.class),
                        new OrderedHold.Order(
                                new AccountId(row.getObject("account", UUID.class)),
                                OrderedHold.Reason.valueOf(row.getString("reason")),
                                row.getString("letter")),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those of whom nothing may be forgotten. */
    List<AccountId> accounts() {
        return db.sql("SELECT DISTINCT account FROM retention.hold WHERE lifted_at IS NULL")
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    /** The same, and nobody else before the caller's transaction has ended. */
    List<AccountId> accountsUntilTheEnd() {
        holdOff();
        return accounts();
    }

    /** No order is placed before the caller's transaction has ended. */
    void holdOff() {
        db.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended('retention', 86))::text")
                .query(String.class)
                .single();
    }

    @Override
    public List<Hold> holds(AccountId account, List<ApplicationId> applications) {
        return db.sql("SELECT id FROM retention.hold WHERE account = :account AND lifted_at IS NULL")
                .param("account", account.value())
                .query((_, _) -> new Hold(Hold.Reason.ORDERED, null, null))
                .list();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "holds",
                Period.ofYears(5),
                Kept.Basis.ACCOUNTABILITY,
                new Kept.Rows("retention.hold", "lifted_at < :before")));
    }
}
