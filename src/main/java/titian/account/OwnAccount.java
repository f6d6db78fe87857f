package titian.account;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What we know of whoever has the account. */
@Repository
class OwnAccount implements KeepsPersonalData {

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
