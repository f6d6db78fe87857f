package titian.recovery;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.account.Code;
import titian.account.WayBack;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.platform.Secret;
import titian.shared.AccountId;

/** The ways back for those who forgot their password. One for an unknown address stands here too, and fits nobody. */
@Repository
class Recoveries implements WayBack, ForgetsPeople {

    record Row(
            UUID id,
            Purpose purpose,
            @Nullable AccountId account,
            Instant askedAt,
            Instant expiresAt,
            int tries,
            boolean used) {

        boolean countsFor(Purpose wanted, Instant now) {
            return purpose == wanted && !used && now.isBefore(expiresAt);
        }

        boolean bearsAnotherTry() {
            return tries < Code.TRIES;
        }
    }

    private final JdbcClient db;
    private final Secret secret;

    Recoveries(JdbcClient db, Secret secret) {
        this.db = db;
        this.secret = secret;
    }

    /** The digits of a recovery, which stand nowhere. */
    String digits(UUID id) {
        return secret.digits(id);
    }

    /** The recovery a form asks for: the same however often the form is sent. */
    UUID asked(Purpose purpose, UUID once, String address) {
        return secret.id("recovery", purpose.name() + once + address);
    }

    /** Adds it, unless the form was sent before. */
    boolean add(UUID id, Purpose purpose, @Nullable AccountId account, Instant now) {
        return db.sql("""
                        INSERT INTO recovery.recovery (id, purpose, account, asked_at, expires_at)
                        VALUES (:id, :purpose, :account, :now, :expires)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", id)
                        .param("purpose", purpose.name())
                        .param("account", account == null ? null : account.value(), java.sql.Types.OTHER)
                        .param("now", now.atOffset(UTC))
                        .param("expires", now.plus(Code.LIFE).atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(UUID id) {
        return db.sql("""
                        SELECT id, purpose, account, asked_at, expires_at, tries, used_at
                          FROM recovery.recovery
                         WHERE id = :id
                        """).param("id", id).query(Recoveries::row).optional();
    }

    /** The recovery, kept from other tries until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return db.sql("""
                        SELECT id, purpose, account, asked_at, expires_at, tries, used_at
                          FROM recovery.recovery
                         WHERE id = :id
                           FOR UPDATE
                        """).param("id", id).query(Recoveries::row).optional();
    }

    void countTry(UUID id) {
        db.sql("UPDATE recovery.recovery SET tries = tries + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Uses up every recovery of the account: a second letter on its way must not open the door again. */
    @Override
    public void close(AccountId account, Instant now) {
        db.sql("UPDATE recovery.recovery SET used_at = :now WHERE account = :account AND used_at IS NULL")
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "ways-back",
                Period.ofDays(1),
                Kept.Basis.SECURITY,
                new Kept.Rows("recovery.recovery", "asked_at < :before")));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM recovery.recovery WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM recovery.recovery WHERE asked_at < :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                account == null ? null : new AccountId(account),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getObject("used_at") != null);
    }
}
