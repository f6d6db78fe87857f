package titian.account;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.Seals;
import titian.shared.AccountId;

/** By what accounts are reached and opened: addresses and confirmed phones, and how they change hands. */
@Repository
class Reaches {

    private final JdbcClient db;
    private final Seals seals;

    Reaches(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Writes an account reached by phone alone, in place of one nobody has confirmed; empty if the phone opens another. */
    Optional<AccountId> register(Registration asked, String hash, Instant now) {
        return db.sql("""
                        INSERT INTO account.account AS known (
                            id, name, phone, phone_mark, password, language, consent_version, consented_at,
                            registered_at)
                        SELECT :id, :name, :phone, :mark, :hash, :language, :consent, :now, :now
                         WHERE NOT EXISTS (SELECT FROM account.account other
                                            WHERE other.phone_mark = :mark AND other.phone_confirmed_at IS NOT NULL)
                        ON CONFLICT (phone_mark) WHERE email_mark IS NULL DO UPDATE
                           SET name = excluded.name, phone = excluded.phone, password = excluded.password,
                               language = excluded.language, consent_version = excluded.consent_version,
                               consented_at = excluded.consented_at, registered_at = excluded.registered_at
                         WHERE known.confirmed_at IS NULL
                        RETURNING id
                        """)
                .param("id", AccountId.next().value())
                .param("name", seals.seal(asked.name(), Accounts.NAME))
                .param("phone", seals.seal(asked.phone().value(), Accounts.PHONE))
                .param("mark", mark(asked.phone()))
                .param("hash", hash)
                .param("language", asked.language().getLanguage())
                .param("consent", asked.consent())
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void confirmPhone(AccountId account, Instant now) {
        db.sql("UPDATE account.account SET phone_confirmed_at = :now WHERE id = :id AND phone_confirmed_at IS NULL")
                .param("id", account.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The account this phone opens. */
    Optional<AccountId> opened(Phone phone) {
        return db.sql("""
                        SELECT id
                          FROM account.account
                         WHERE phone_mark = :phone AND phone_confirmed_at IS NOT NULL AND confirmed_at IS NOT NULL
                        """)
                .param("phone", mark(phone))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    boolean isPhoneConfirmed(AccountId account) {
        return db.sql("SELECT phone_confirmed_at IS NOT NULL FROM account.account WHERE id = :id")
                .param("id", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether nobody has shown this address to be theirs. */
    boolean isFree(EmailAddress email) {
        return db.sql("""
                        SELECT count(*) = 0
                          FROM account.account
                         WHERE email_mark = :email AND confirmed_at IS NOT NULL
                        """).param("email", mark(email)).query(Boolean.class).single();
    }

    /** Whether another account has this phone and no address: it could not be opened any more. */
    boolean isNeeded(Phone phone, AccountId by) {
        return db.sql("""
                        SELECT count(*) > 0
                          FROM account.account
                         WHERE phone_mark = :phone AND phone_confirmed_at IS NOT NULL AND email_mark IS NULL
                           AND id <> :by
                        """)
                .param("phone", mark(phone))
                .param("by", by.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes the address away from whoever registered it and never showed that it is theirs. */
    List<AccountId> forgetUnconfirmed(EmailAddress email) {
        return db.sql("DELETE FROM account.account WHERE email_mark = :email AND confirmed_at IS NULL RETURNING id")
                .param("email", mark(email))
                .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The new address, unless another account has it by now. */
    boolean moveEmail(AccountId account, EmailAddress to) {
        return db.sql("""
                        UPDATE account.account
                           SET email = :email, email_mark = :mark
                         WHERE id = :id
                           AND NOT EXISTS (SELECT FROM account.account other
                                            WHERE other.email_mark = :mark AND other.id <> :id)
                        """)
                        .param("id", account.value())
                        .param("email", seals.seal(to.value(), Accounts.EMAIL))
                        .param("mark", mark(to))
                        .update()
                == 1;
    }

    /** The phone opens other accounts no longer: numbers are given to somebody else after a while. */
    void release(Phone phone, AccountId by) {
        db.sql("""
                        UPDATE account.account
                           SET phone_confirmed_at = NULL
                         WHERE phone_mark = :phone AND phone_confirmed_at IS NOT NULL AND email_mark IS NOT NULL
                           AND id <> :by
                        """).param("phone", mark(phone)).param("by", by.value()).update();
    }

    /** The new phone, shown to be the holder's, unless another account lives by it. */
    boolean movePhone(AccountId account, Phone to, Instant now) {
        return db.sql("""
                        UPDATE account.account
                           SET phone = :phone, phone_mark = :mark, phone_confirmed_at = :now
                         WHERE id = :id
                           AND NOT EXISTS (SELECT FROM account.account other
                                            WHERE other.phone_mark = :mark AND other.id <> :id
                                              AND other.phone_confirmed_at IS NOT NULL)
                        """)
                        .param("id", account.value())
                        .param("phone", seals.seal(to.value(), Accounts.PHONE))
                        .param("mark", mark(to))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    private UUID mark(EmailAddress email) {
        return seals.mark("email", email.key());
    }

    private UUID mark(Phone phone) {
        return seals.mark("phone", phone.value());
    }
}
