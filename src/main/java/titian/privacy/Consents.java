package titian.privacy;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Who agreed to what, after registering. */
@Repository
class Consents implements KeepsPersonalData, ForgetsPeople {

    private final JdbcClient db;

    Consents(JdbcClient db) {
        this.db = db;
    }

    /** Writes it down; false if it is in force already. */
    boolean give(AccountId account, ConsentPurpose purpose, Instant now) {
        return db.sql("""
                        INSERT INTO privacy.consent (id, account, purpose, version, agreed_at)
                        VALUES (:id, :account, :purpose, :version, :now)
                            ON CONFLICT (account, purpose, version) WHERE withdrawn_at IS NULL DO NOTHING
                        """)
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("purpose", purpose.name())
                        .param("version", purpose.version())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Takes back every version of it; false if none was in force. */
    boolean withdraw(AccountId account, ConsentPurpose purpose, Instant now) {
        return db.sql("""
                        UPDATE privacy.consent
                           SET withdrawn_at = :now
                         WHERE account = :account AND purpose = :purpose AND withdrawn_at IS NULL
                        """)
                        .param("account", account.value())
                        .param("purpose", purpose.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                > 0;
    }

    /** The latest first. */
    List<Consent> of(AccountId account) {
        return db.sql("""
                        SELECT purpose, version, agreed_at, withdrawn_at
                          FROM privacy.consent
                         WHERE account = :account
                         ORDER BY agreed_at DESC, id
                         LIMIT 100
                        """)
                .param("account", account.value())
                .query(Consents::consent)
                .list();
    }

    @Override
    public String subject() {
        return "consents";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return of(account).stream().map(Consents::told).toList();
    }

    private static Map<String, Object> told(Consent consent) {
        var told = new LinkedHashMap<String, Object>();
        told.put("purpose", consent.purpose().name());
        told.put("version", consent.version());
        told.put("agreed_at", consent.agreedAt().toString());
        if (consent.withdrawnAt() != null) {
            told.put("withdrawn_at", consent.withdrawnAt().toString());
        }
        return told;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withAccount("consents", Kept.Basis.ACCOUNTABILITY, "privacy.consent"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM privacy.consent WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Consent(
                ConsentPurpose.valueOf(row.getString("purpose")),
                row.getString("version"),
                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
