package titian.external;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;

/** Which account a provider's people have opened to them. */
@Repository
class Links {

    /** A link as the holder of the account sees it. */
    record Link(String provider, Instant linkedAt) {}

    private final JdbcClient db;
    private final Seals seals;

    Links(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** The account this opens, which is noted to have been used. */
    Optional<AccountId> open(Identity identity, Instant now) {
        return db.sql("""
                        UPDATE external.link
                           SET used_at = :now
                         WHERE provider = :provider AND holder = :holder
                        RETURNING account
                        """)
                .param("provider", identity.provider())
                .param("holder", mark(identity))
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Links the two, in place of whom the account was linked to at that provider before. */
    void add(Identity identity, AccountId account, Instant now) {
        remove(account, identity.provider());
        db.sql("""
                        INSERT INTO external.link (provider, holder, account, linked_at)
                        VALUES (:provider, :holder, :account, :now)
                        ON CONFLICT (provider, holder) DO NOTHING
                        """)
                .param("provider", identity.provider())
                .param("holder", mark(identity))
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Whether there was one to remove. */
    boolean remove(AccountId account, String provider) {
        return db.sql("DELETE FROM external.link WHERE account = :account AND provider = :provider")
                        .param("account", account.value())
                        .param("provider", provider)
                        .update()
                > 0;
    }

    List<Link> of(AccountId account) {
        return db.sql("""
                        SELECT provider, linked_at
                          FROM external.link
                         WHERE account = :account
                         ORDER BY provider
                         LIMIT 20
                        """)
                .param("account", account.value())
                .query((row, _) -> new Link(
                        row.getString("provider"),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private UUID mark(Identity identity) {
        return seals.mark("external." + identity.provider(), identity.subject());
    }
}
