package titian.registry;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.registry.Claim.Standing;
import titian.registry.RegistryAnswer.Field;
import titian.registry.RegistryDesk.Person;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.Nik;

/** Who account holders say they are, found by their account or their number. */
@Repository
class Claims implements HoldsSealed {

    private static final String NIK = "registry.claim.nik";
    private static final String NAME = "registry.claim.name";
    private static final String BIRTH_DATE = "registry.claim.birth_date";

    private static final SealedColumns SEALED =
            new SealedColumns("registry.claim", "account", Map.of("nik", NIK, "name", NAME, "birth_date", BIRTH_DATE));
    private static final int MOST = 20;

    private final JdbcClient db;
    private final Seals seals;

    Claims(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Writes the claim, in place of the one before. */
    void put(AccountId account, Person person, Instant now) {
        db.sql("""
                        INSERT INTO registry.claim AS known (
                            account, nik, nik_mark, name, birth_date, standing, claimed_at)
                        VALUES (:account, :nik, :mark, :name, :birthDate, 'UNCHECKED', :now)
                        ON CONFLICT (account) DO UPDATE
                           SET version = known.version + 1, nik = excluded.nik, nik_mark = excluded.nik_mark,
                               name = excluded.name, birth_date = excluded.birth_date, standing = excluded.standing,
                               differing = '{}', claimed_at = excluded.claimed_at, checked_at = NULL
                        """)
                .param("account", account.value())
                .param("nik", seals.seal(person.nik().value(), NIK))
                .param("mark", mark(person.nik()))
                .param("name", seals.seal(person.name(), NAME))
                .param("birthDate", seals.seal(person.birthDate().toString(), BIRTH_DATE))
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Claim> find(AccountId account) {
        return db.sql("""
                        SELECT account, version, nik, name, birth_date, standing, differing, claimed_at, checked_at
                          FROM registry.claim
                         WHERE account = :account
                        """).param("account", account.value()).query(this::claim).optional();
    }

    List<Claim> of(Nik nik) {
        return db.sql("""
                        SELECT account, version, nik, name, birth_date, standing, differing, claimed_at, checked_at
                          FROM registry.claim
                         WHERE nik_mark = :mark AND confirmed
                         ORDER BY claimed_at DESC
                         LIMIT :most
                        """)
                .param("mark", mark(nik))
                .param("most", MOST)
                .query(this::claim)
                .list();
    }

    /** The account is somebody's: what they claim stays with it. */
    void confirm(AccountId account) {
        db.sql("UPDATE registry.claim SET confirmed = true WHERE account = :account AND NOT confirmed")
                .param("account", account.value())
                .update();
    }

    /** The registry's answer, unless the claim was corrected meanwhile. */
    void answer(AccountId account, int version, Standing standing, Set<Field> differing, Instant now) {
        db.sql("""
                        UPDATE registry.claim
                           SET standing = :standing, differing = :differing, checked_at = :now
                         WHERE account = :account AND version = :version
                        """)
                .param("account", account.value())
                .param("version", version)
                .param("standing", standing.name())
                .param("differing", differing.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void forget(Collection<AccountId> accounts) {
        db.sql("DELETE FROM registry.claim WHERE account = ANY (:accounts)")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private UUID mark(Nik nik) {
        return seals.mark("registry.nik", nik.value());
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        var checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Claim(
                new AccountId(row.getObject("account", UUID.class)),
                row.getInt("version"),
                new Person(
                        new Nik(seals.open(row.getString("nik"), NIK)),
                        seals.open(row.getString("name"), NAME),
                        LocalDate.parse(seals.open(row.getString("birth_date"), BIRTH_DATE))),
                Standing.valueOf(row.getString("standing")),
                Arrays.stream((String[]) row.getArray("differing").getArray())
                        .map(Field::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                checked == null ? null : checked.toInstant());
    }
}
