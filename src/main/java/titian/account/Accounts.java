package titian.account;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Applicants and officers, by address and by id. */
@Repository
class Accounts implements HoldsSealed {

    static final String NAME = "account.name";
    static final String EMAIL = "account.email";
    static final String PHONE = "account.phone";

    private final JdbcClient db;
    private final Seals seals;

    Accounts(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Writes the account, in place of one of that address nobody has confirmed; empty if somebody has. */
    Optional<AccountId> register(Registration asked, EmailAddress email, String hash, Instant now) {
        return db.sql("""
                        INSERT INTO account.account AS known (
                            id, name, email, email_mark, phone, phone_mark, password, language, consent_version,
                            consented_at, registered_at)
                        VALUES (:id, :name, :email, :emailMark, :phone, :phoneMark, :hash, :language, :consent,
                                :now, :now)
                        ON CONFLICT (email_mark) DO UPDATE
                           SET name = excluded.name, email = excluded.email, phone = excluded.phone,
                               phone_mark = excluded.phone_mark, password = excluded.password,
                               language = excluded.language,
                               consent_version = excluded.consent_version, consented_at = excluded.consented_at,
                               registered_at = excluded.registered_at
                         WHERE known.confirmed_at IS NULL
                        RETURNING id
                        """)
                .param("id", AccountId.next().value())
                .param("name", seals.seal(asked.name(), NAME))
                .param("email", seals.seal(email.value(), EMAIL))
                .param("emailMark", mark(email))
                .param("phone", seals.seal(asked.phone().value(), PHONE))
                .param("phoneMark", markOfPhone(asked.phone().value()))
                .param("hash", hash)
                .param("language", asked.language().getLanguage())
                .param("consent", asked.consent())
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Writes the officer's account, unless an applicant has that address. */
    Optional<AccountId> appoint(EmailAddress email, String name, String hash, Instant now) {
        return db.sql("""
                        INSERT INTO account.account AS known (
                            id, name, email, email_mark, password, language, registered_at, confirmed_at)
                        VALUES (:id, :name, :email, :emailMark, :hash, 'id', :now, :now)
                        ON CONFLICT (email_mark) DO UPDATE
                           SET name = excluded.name, email = excluded.email, password = excluded.password,
                               confirmed_at = coalesce(known.confirmed_at, excluded.confirmed_at)
                         WHERE known.confirmed_at IS NULL
                            OR EXISTS (SELECT FROM account.officer o WHERE o.account = known.id)
                        RETURNING id
                        """)
                .param("id", AccountId.next().value())
                .param("name", seals.seal(name, NAME))
                .param("email", seals.seal(email.value(), EMAIL))
                .param("emailMark", mark(email))
                .param("hash", hash)
                .param("now", now.atOffset(UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void post(AccountId officer, OfficeId office, Set<Role> roles) {
        db.sql("""
                        INSERT INTO account.officer (account, office, roles)
                        VALUES (:account, :office, :roles)
                        ON CONFLICT (account) DO UPDATE
                           SET office = excluded.office, roles = excluded.roles, last_day = NULL, ended_at = NULL
                        """)
                .param("account", officer.value())
                .param("office", office.value())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .update();
    }

    Optional<Account> find(AccountId id) {
        return db.sql("""
                        SELECT a.id, a.name, a.email, a.phone, a.password, a.language, a.confirmed_at, o.office, o.roles
                          FROM account.account a
                          LEFT JOIN account.officer o ON o.account = a.id
                         WHERE a.id = :id
                        """).param("id", id.value()).query(this::account).optional();
    }

    Optional<Account> find(EmailAddress email) {
        return db.sql("""
                        SELECT a.id, a.name, a.email, a.phone, a.password, a.language, a.confirmed_at, o.office, o.roles
                          FROM account.account a
                          LEFT JOIN account.officer o ON o.account = a.id
                         WHERE a.email_mark = :email
                        """).param("email", mark(email)).query(this::account).optional();
    }

    /** Keeps others from changing the account until the transaction ends. */
    void lock(AccountId id) {
        db.sql("SELECT id FROM account.account WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    void confirm(AccountId id, Instant now) {
        db.sql("UPDATE account.account SET confirmed_at = :now WHERE id = :id AND confirmed_at IS NULL")
                .param("id", id.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void renewPassword(AccountId id, String hash) {
        db.sql("UPDATE account.account SET password = :hash WHERE id = :id")
                .param("id", id.value())
                .param("hash", hash)
                .update();
    }

    /** Puts one password in the place of another, unless someone else did so meanwhile. */
    boolean replacePassword(AccountId id, String hash, String by) {
        return db.sql("UPDATE account.account SET password = :by WHERE id = :id AND password = :hash")
                        .param("id", id.value())
                        .param("hash", hash)
                        .param("by", by)
                        .update()
                == 1;
    }

    void rename(AccountId id, String name) {
        db.sql("UPDATE account.account SET name = :name WHERE id = :id")
                .param("id", id.value())
                .param("name", seals.seal(name, NAME))
                .update();
    }

    Optional<AccountDesk.Agreed> agreed(AccountId id) {
        return db.sql("""
                        SELECT consent_version AS version, consented_at AS at
                          FROM account.account
                         WHERE id = :id AND consented_at IS NOT NULL
                        """)
                .param("id", id.value())
                .query((row, _) -> new AccountDesk.Agreed(
                        row.getString("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void speak(AccountId id, Locale language) {
        db.sql("UPDATE account.account SET language = :language WHERE id = :id")
                .param("id", id.value())
                .param("language", language.getLanguage())
                .update();
    }

    /** Registrations nobody confirmed are no reason to keep a person's data. */
    List<AccountId> forgetUnconfirmed(Instant registeredBefore) {
        return db.sql("""
                        DELETE FROM account.account
                         WHERE id IN (SELECT id
                                        FROM account.account
                                       WHERE confirmed_at IS NULL AND registered_at < :then
                                       LIMIT 10000)
                        RETURNING id
                        """)
                .param("then", registeredBefore.atOffset(UTC))
                .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        var confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
        var email = seals.openIfAny(row.getString("email"), EMAIL);
        var phone = seals.openIfAny(row.getString("phone"), PHONE);
        var office = row.getString("office");
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                seals.open(row.getString("name"), NAME),
                email == null ? null : new EmailAddress(email),
                phone == null ? "" : phone,
                row.getString("password"),
                Locale.of(row.getString("language")),
                confirmedAt == null ? null : confirmedAt.toInstant(),
                office == null ? null : new OfficeId(office),
                office == null
                        ? Set.of(Role.APPLICANT)
                        : roles((String[]) row.getArray("roles").getArray()));
    }

    @Override
    public String table() {
        return "account.account";
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return db.sql("""
                        SELECT id, name, email, phone
                          FROM account.account
                         WHERE id > :after
                         ORDER BY id
                         LIMIT :most
                           FOR NO KEY UPDATE
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> {
                    sealAnew(row);
                    return row.getObject("id", UUID.class);
                })
                .list();
    }

    private void sealAnew(ResultSet row) throws SQLException {
        var email = seals.openIfAny(row.getString("email"), EMAIL);
        var phone = seals.openIfAny(row.getString("phone"), PHONE);
        db.sql("""
                        UPDATE account.account
                           SET name = :name, email = :email, email_mark = :emailMark, phone = :phone,
                               phone_mark = :phoneMark
                         WHERE id = :id
                        """)
                .param("id", row.getObject("id", UUID.class))
                .param("name", seals.seal(seals.open(row.getString("name"), NAME), NAME))
                .param("email", seals.sealIfAny(email, EMAIL))
                .param("emailMark", email == null ? null : mark(new EmailAddress(email)))
                .param("phone", seals.sealIfAny(phone, PHONE))
                .param("phoneMark", phone == null ? null : markOfPhone(phone))
                .update();
    }

    private UUID mark(EmailAddress email) {
        return seals.mark("email", email.key());
    }

    private UUID markOfPhone(String phone) {
        return seals.mark("phone", phone);
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
