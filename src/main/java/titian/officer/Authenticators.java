package titian.officer;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;

/** The authenticator of each officer. Until a first code of it was right it proves nothing. */
@Repository
class Authenticators implements HoldsSealed {

    private static final String SECRET = "officer.authenticator.secret";

    private static final SealedColumns SEALED =
            new SealedColumns("officer.authenticator", "account", Map.of("secret", SECRET));

    /** An authenticator as it stands. */
    record Row(Authenticator authenticator, boolean confirmed) {}

    private final JdbcClient db;
    private final Seals seals;

    Authenticators(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Nobody else takes anything of this officer's away before the caller's transaction has ended. */
    void lock(AccountId officer) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:officer, 64))::text")
                .param("officer", officer.toString())
                .query(String.class)
                .single();
    }

    Optional<Row> find(AccountId account) {
        return db.sql("""
                        SELECT secret, confirmed_at IS NOT NULL AS confirmed
                          FROM officer.authenticator
                         WHERE account = :account
                        """).param("account", account.value()).query(this::row).optional();
    }

    /** Writes one to be confirmed, unless the account has one. */
    void add(AccountId account, Authenticator authenticator, Instant now) {
        db.sql("""
                        INSERT INTO officer.authenticator (account, secret, made_at)
                        VALUES (:account, :secret, :now)
                        ON CONFLICT (account) DO NOTHING
                        """)
                .param("account", account.value())
                .param("secret", seals.seal(authenticator.secret(), SECRET))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** From now on it proves who its holder is; only the first who says so is heard. */
    boolean confirm(AccountId account, long step, Instant now) {
        return db.sql("""
                        UPDATE officer.authenticator
                           SET confirmed_at = :now, last_step = :step
                         WHERE account = :account AND confirmed_at IS NULL
                        """)
                        .param("account", account.value())
                        .param("step", step)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Takes the code of a step, unless one as late was taken: however many ask at once, and wherever the clock goes. */
    boolean take(AccountId account, long step) {
        return db.sql("""
                        UPDATE officer.authenticator
                           SET last_step = :step
                         WHERE account = :account AND confirmed_at IS NOT NULL AND last_step < :step
                        """).param("account", account.value()).param("step", step).update() == 1;
    }

    void delete(AccountId account) {
        db.sql("DELETE FROM officer.authenticator WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(new Authenticator(seals.open(row.getString("secret"), SECRET)), row.getBoolean("confirmed"));
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }
}
