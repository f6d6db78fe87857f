package titian.retention;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.retention.Erasure.State;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Who asked to be forgotten. */
@Repository
class Erasures implements KeepsPersonalData, ForgetsPeople {

    private final JdbcClient db;

    Erasures(JdbcClient db) {
        this.db = db;
    }

    /** Writes the wish, unless there is one under way. */
    void ask(AccountId account, Instant now, Instant due) {
        db.sql("""
                        INSERT INTO retention.erasure (id, account, asked_at, due_at, state, state_at)
                        VALUES (:id, :account, :now, :due, 'ASKED', :now)
                            ON CONFLICT (account) WHERE state IN ('ASKED', 'DUE') DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .update();
    }

    /** Takes it back; false if there is none to take back any more. */
    boolean withdraw(AccountId account, Instant now) {
        return db.sql("""
                        UPDATE retention.erasure
                           SET state = 'WITHDRAWN', state_at = :now
                         WHERE account = :account AND state = 'ASKED'
                        """)
                        .param("account", account.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Erasure> underWay(AccountId account) {
        return db.sql("""
                        SELECT id, account, asked_at, due_at, state
                          FROM retention.erasure
                         WHERE account = :account AND state IN ('ASKED', 'DUE')
                        """)
                .param("account", account.value())
                .query(Erasures::erasure)
                .optional();
    }

    Optional<Erasure> find(UUID id) {
        return db.sql("SELECT id, account, asked_at, due_at, state FROM retention.erasure WHERE id = :id")
                .param("id", id)
                .query(Erasures::erasure)
                .optional();
    }

    /** Takes some whose week is over. */
    List<UUID> takeDue(Instant now, int most) {
        return db.sql("""
                        UPDATE retention.erasure
                           SET state = 'DUE', state_at = :now
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM retention.erasure
                              WHERE state = 'ASKED' AND due_at <= :now
                              ORDER BY due_at
                              LIMIT :most
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id
                        """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void done(UUID id, Instant now) {
        db.sql("UPDATE retention.erasure SET state = 'DONE', state_at = :now WHERE id = :id AND state = 'DUE'")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Something has to be kept that was not there when it was asked: it is tried again later. */
    void putOff(UUID id, Instant now, Instant due) {
        db.sql("""
                        UPDATE retention.erasure
                           SET state = 'ASKED', state_at = :now, due_at = :due
                         WHERE id = :id AND state = 'DUE'
                        """)
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .update();
    }

    @Override
    public String subject() {
        return "erasures";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return db.sql("""
                        SELECT id, account, asked_at, due_at, state
                          FROM retention.erasure
                         WHERE account = :account
                         ORDER BY asked_at
                         LIMIT 100
                        """).param("account", account.value()).query(Erasures::erasure).list().stream()
                .map(erasure -> Map.<String, Object>of(
                        "asked_at", erasure.askedAt().toString(),
                        "due_at", erasure.dueAt().toString(),
                        "state", erasure.state().name()))
                .toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "erasures",
                Period.ofYears(5),
                Kept.Basis.ACCOUNTABILITY,
                new Kept.Rows("retention.erasure", "state IN ('DONE', 'WITHDRAWN') AND state_at < :before")));
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")));
    }
}
