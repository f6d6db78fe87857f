package titian.account;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.account.Crowd.Bond;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Which accounts have a phone or a device in common. */
@Repository
class Crowds implements KeepsPersonalData {

    private static final int MOST = 50;

    private final JdbcClient db;

    Crowds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String subject() {
        return "devices";
    }

    /** Of a device nothing is known but when it was used for the account. */
    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return db.sql("""
                        SELECT first_at, last_at
                          FROM account.device_use
                         WHERE account = :account
                         ORDER BY first_at
                         LIMIT 1000
                        """)
                .param("account", account.value())
                .query((row, _) -> Map.<String, Object>of(
                        "first_at", moment(row, "first_at").toString(),
                        "last_at", moment(row, "last_at").toString()))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Notes that an account was used on a device; nothing if there is no such account. */
    void note(String device, AccountId account, Instant now) {
        db.sql("""
                        INSERT INTO account.device_use (device, account, first_at, last_at)
                        SELECT :device, id, :now, :now
                          FROM account.account
                         WHERE id = :account
                            ON CONFLICT ON CONSTRAINT a_device_is_noted_once_for_an_account
                            DO UPDATE SET last_at = excluded.last_at
                        """)
                .param("device", device)
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM account.device_use WHERE last_at < :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    /** The phones of accounts confirmed since then that so many have: the first of those accounts, and how many. */
    List<Crowd> phones(Instant since, int atLeast) {
        return db.sql("""
                        SELECT (array_agg(id ORDER BY registered_at, id))[1] AS first, count(*) AS count
                          FROM account.account
                         WHERE confirmed_at IS NOT NULL
                           AND phone_mark IN (SELECT phone_mark FROM account.account WHERE confirmed_at >= :since)
                         GROUP BY phone_mark
                        HAVING count(*) >= :atLeast
                         ORDER BY count(*) DESC
                         LIMIT :most
                        """)
                .param("since", since.atOffset(UTC))
                .param("atLeast", atLeast)
                .param("most", MOST)
                .query((row, _) ->
                        new Crowd(Bond.PHONE, new AccountId(row.getObject("first", UUID.class)), row.getLong("count")))
                .list();
    }

    /** The devices seen since then that so many accounts were used on. */
    List<Crowd> devices(Instant since, int atLeast) {
        return db.sql("""
                        SELECT (array_agg(account ORDER BY first_at, account))[1] AS first, count(*) AS count
                          FROM account.device_use
                         WHERE device IN (SELECT device FROM account.device_use WHERE last_at >= :since)
                         GROUP BY device
                        HAVING count(*) >= :atLeast
                         ORDER BY count(*) DESC
                         LIMIT :most
                        """)
                .param("since", since.atOffset(UTC))
                .param("atLeast", atLeast)
                .param("most", MOST)
                .query((row, _) ->
                        new Crowd(Bond.DEVICE, new AccountId(row.getObject("first", UUID.class)), row.getLong("count")))
                .list();
    }

    /** The accounts that have the phone of this one, or were used on its devices, itself among them. */
    List<Crowd.Member> around(AccountId account) {
        return db.sql("""
                        SELECT 'PHONE' AS bond, other.id, other.confirmed_at AS since
                          FROM account.account AS one
                          JOIN account.account AS other ON other.phone_mark = one.phone_mark
                         WHERE one.id = :account AND other.confirmed_at IS NOT NULL
                         UNION ALL
                        SELECT 'DEVICE', other.account, other.first_at
                          FROM account.device_use AS one
                          JOIN account.device_use AS other ON other.device = one.device
                         WHERE one.account = :account
                         ORDER BY bond, since, id
                         LIMIT :most
                        """)
                .param("account", account.value())
                .param("most", 2 * MOST)
                .query((row, _) -> new Crowd.Member(
                        Bond.valueOf(row.getString("bond")),
                        new AccountId(row.getObject("id", UUID.class)),
                        moment(row, "since")))
                .list();
    }
}
