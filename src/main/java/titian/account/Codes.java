package titian.account;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.phone.Carrier;
import titian.platform.Secret;
import titian.shared.AccountId;

/** The codes asked for. An account has one that counts; a newer one replaces it. */
@Repository
class Codes {

    /** A code as it stands: how often it was tried, and whether it was used or replaced. */
    record Row(
            UUID id,
            AccountId account,
            UUID registration,
            boolean confirms,
            @Nullable Carrier carrier,
            Instant askedAt,
            Instant expiresAt,
            int tries,
            boolean used,
            boolean replaced) {

        boolean countsAt(Instant now) {
            return !replaced && now.isBefore(expiresAt);
        }
    }

    private final JdbcClient db;
    private final Secret secret;

    Codes(JdbcClient db, Secret secret) {
        this.db = db;
        this.secret = secret;
    }

    /** The digits of a code, which stand nowhere. */
    String digits(UUID id) {
        return secret.digits(id);
    }

    /** The registration a form makes: the same however often the form is sent. */
    UUID registration(Registration asked) {
        return secret.id("registration", asked.once() + asked.key());
    }

    /** Adds a code in place of the account's others. The caller holds the account. */
    void add(UUID id, AccountId account, UUID registration, boolean confirms, @Nullable Carrier carrier, Instant now) {
        replace(account, now);
        db.sql("""
                        INSERT INTO account.code (id, account, registration, confirms, carrier, asked_at, expires_at)
                        VALUES (:id, :account, :registration, :confirms, :carrier, :now, :expires)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("registration", registration)
                .param("confirms", confirms)
                .param("carrier", carrier == null ? null : carrier.name(), java.sql.Types.VARCHAR)
                .param("now", now.atOffset(UTC))
                .param("expires", now.plus(Code.LIFE).atOffset(UTC))
                .update();
    }

    void replace(AccountId account, Instant now) {
        db.sql("UPDATE account.code SET replaced_at = :now WHERE account = :account AND replaced_at IS NULL")
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Row> find(UUID id) {
        return db.sql("""
                        SELECT id, account, registration, confirms, carrier, asked_at, expires_at, tries, used_at,
                               replaced_at
                          FROM account.code
                         WHERE id = :id
                        """).param("id", id).query(Codes::row).optional();
    }

    /** The code, kept from other tries until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return db.sql("""
                        SELECT id, account, registration, confirms, carrier, asked_at, expires_at, tries, used_at,
                               replaced_at
                          FROM account.code
                         WHERE id = :id
                           FOR UPDATE
                        """).param("id", id).query(Codes::row).optional();
    }

    /** The one code of the account that may still count. */
    Optional<Row> latest(AccountId account) {
        return db.sql("""
                        SELECT id, account, registration, confirms, carrier, asked_at, expires_at, tries, used_at,
                               replaced_at
                          FROM account.code
                         WHERE account = :account AND replaced_at IS NULL
                        """).param("account", account.value()).query(Codes::row).optional();
    }

    void countTry(UUID id) {
        db.sql("UPDATE account.code SET tries = tries + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    void use(UUID id, Instant now) {
        db.sql("UPDATE account.code SET used_at = :now WHERE id = :id AND used_at IS NULL")
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM account.code WHERE asked_at < :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var carrier = row.getString("carrier");
        return new Row(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getObject("registration", UUID.class),
                row.getBoolean("confirms"),
                carrier == null ? null : Carrier.valueOf(carrier),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                isSet(row.getObject("used_at")),
                isSet(row.getObject("replaced_at")));
    }

    private static boolean isSet(@Nullable Object column) {
        return column != null;
    }
}
