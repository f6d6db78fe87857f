package titian.account;

import java.time.OffsetDateTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What we know of whoever has the account. */
@Repository
class OwnAccount implements KeepsPersonalData, ForgetsPeople {

    private final JdbcClient db;
    private final Accounts accounts;

    OwnAccount(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    @Override
    public String subject() {
        return "account";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return accounts.find(account).stream().map(this::told).toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.swept(
                        "unconfirmed-accounts",
                        Period.ofDays(7),
                        Kept.Basis.CONSENT,
                        new Kept.Rows("account.account", "confirmed_at IS NULL AND registered_at < :before")),
                Kept.swept(
                        "codes",
                        Period.ofDays(1),
                        Kept.Basis.SECURITY,
                        new Kept.Rows("account.code", "asked_at < :before")),
                new Kept(
                        "accounts",
                        Kept.Going.ACCOUNTS,
                        Period.ofYears(3),
                        Kept.Basis.CONSENT,
                        List.of(new Kept.Rows("account.account", """
                                confirmed_at IS NOT NULL AND coalesce(last_here_at, registered_at) < :before
                                AND NOT EXISTS (SELECT FROM account.officer o WHERE o.account = account.id)
                                """))),
                Kept.swept(
                        "devices",
                        Period.ofDays(90),
                        Kept.Basis.SECURITY,
                        new Kept.Rows("account.device_use", "last_at < :before")),
                Kept.passing("officers", Kept.Basis.PASSPORT_SERVICE, "account.leave", "account.officer"));
    }

    /** Its codes go with it. */
    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM account.account WHERE id = :id")
                .param("id", account.value())
                .update();
    }

    private Map<String, Object> told(Account account) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", account.name());
        told.put("email", account.contact().email());
        told.put("phone", account.phone());
        told.put("language", account.language().getLanguage());
        db.sql("""
                        SELECT registered_at, confirmed_at, consent_version, consented_at
                          FROM account.account
                         WHERE id = :id
                        """).param("id", account.id().value()).query(row -> {
            for (var time : List.of("registered_at", "confirmed_at", "consented_at")) {
                var at = row.getObject(time, OffsetDateTime.class);
                if (at != null) {
                    told.put(time, at.toInstant().toString());
                }
            }
            told.put("consent_version", String.valueOf(row.getString("consent_version")));
        });
        return told;
    }
}
