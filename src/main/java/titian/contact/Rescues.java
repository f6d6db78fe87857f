package titian.contact;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.contact.Rescue.Reason;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;

/** Whom officers looked up at the counter. */
@Repository
class Rescues {

    private final JdbcClient db;

    Rescues(JdbcClient db) {
        this.db = db;
    }

    void add(Rescue rescue) {
        db.sql("""
                        INSERT INTO contact.rescue (id, office, officer, account, opened_at, expires_at)
                        VALUES (:id, :office, :officer, :account, :opened, :expires)
                        """)
                .param("id", rescue.id())
                .param("office", rescue.office().value())
                .param("officer", rescue.officer().value())
                .param("account", rescue.account().value())
                .param("opened", rescue.openedAt().atOffset(UTC))
                .param("expires", rescue.expiresAt().atOffset(UTC))
                .update();
    }

    /** The one this officer opened at their office; another's does not exist. */
    Optional<Rescue> find(UUID id, SignedIn officer, OfficeId office) {
        return db.sql("""
                        SELECT id, office, officer, account, opened_at, expires_at, change
                          FROM contact.rescue
                         WHERE id = :id AND officer = :officer AND office = :office
                        """)
                .param("id", id)
                .param("officer", officer.account().value())
                .param("office", office.value())
                .query(Rescues::rescue)
                .optional();
    }

    /** How often the account was given back since then, wherever. */
    int countBegun(AccountId account, Instant then) {
        return db.sql("SELECT count(*) FROM contact.rescue WHERE account = :account AND begun_at > :then")
                .param("account", account.value())
                .param("then", then.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Begins the change, unless one was begun. */
    boolean begin(UUID id, Reason reason, UUID change, Instant now) {
        return db.sql("""
                        UPDATE contact.rescue
                           SET reason = :reason, change = :change, begun_at = :now
                         WHERE id = :id AND begun_at IS NULL
                        """)
                        .param("id", id)
                        .param("reason", reason.name())
                        .param("change", change)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void forgetBefore(Instant then) {
        db.sql("DELETE FROM contact.rescue WHERE opened_at < :then")
                .param("then", then.atOffset(UTC))
                .update();
    }

    private static Rescue rescue(ResultSet row, int number) throws SQLException {
        return new Rescue(
                row.getObject("id", UUID.class),
                new OfficeId(row.getString("office")),
                new AccountId(row.getObject("officer", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("change", UUID.class));
    }
}
