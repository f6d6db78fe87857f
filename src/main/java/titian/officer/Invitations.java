package titian.officer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Who was asked to become an officer. An invitation is open until it is used, withdrawn or too old. */
@Repository
class Invitations implements HoldsSealed {

    private static final String NAME = "officer.invitation.name";
    private static final String EMAIL = "officer.invitation.email";
    private static final String KEY = "officer.invitation";
    private static final int MOST = 100;

    private final JdbcClient db;
    private final Seals seals;

    Invitations(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** What stands in a link beside the id: it follows from it by our key, and stands nowhere. */
    UUID key(UUID id) {
        return seals.secret(KEY, id);
    }

    boolean isKey(UUID id, UUID told) {
        return seals.isSecret(KEY, id, key -> MessageDigest.isEqual(bytes(told), bytes(key)));
    }

    private static byte[] bytes(UUID key) {
        return key.toString().getBytes(US_ASCII);
    }

    /** Writes it, unless the same person was just asked to the same place by somebody else. */
    boolean add(Invitation asked, Instant now) {
        return db.sql("""
                        INSERT INTO officer.invitation (
                            id, name, email, email_mark, office, roles, invited_by, invited_at, expires_at)
                        VALUES (:id, :name, :email, :mark, :office, :roles, :by, :now, :expires)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", asked.id())
                        .param("name", seals.seal(asked.name(), NAME))
                        .param("email", seals.seal(asked.email(), EMAIL))
                        .param("mark", mark(asked.email()))
                        .param("office", asked.place().value())
                        .param(
                                "roles",
                                asked.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                        .param(
                                "by",
                                asked.invitedBy() == null
                                        ? null
                                        : asked.invitedBy().value(),
                                java.sql.Types.OTHER)
                        .param("now", now.atOffset(UTC))
                        .param("expires", asked.expiresAt().atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Invitation> open(UUID id, Instant now) {
        return db.sql("""
                        SELECT id, name, email, office, roles, invited_by, expires_at
                          FROM officer.invitation
                         WHERE id = :id AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
                        """)
                .param("id", id)
                .param("now", now.atOffset(UTC))
                .query(this::invitation)
                .optional();
    }

    List<Invitation> open(OfficeId place, Instant now) {
        return db.sql("""
                        SELECT id, name, email, office, roles, invited_by, expires_at
                          FROM officer.invitation
                         WHERE office = :place AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
                         ORDER BY invited_at DESC
                         LIMIT :most
                        """)
                .param("place", place.value())
                .param("now", now.atOffset(UTC))
                .param("most", MOST)
                .query(this::invitation)
                .list();
    }

    /** Uses it up; only the first who does so is heard. */
    boolean use(UUID id, AccountId officer, Instant now) {
        return db.sql("""
                        UPDATE officer.invitation
                           SET used_at = :now, account = :officer
                         WHERE id = :id AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
                        """)
                        .param("id", id)
                        .param("officer", officer.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, Collection<OfficeId> within, Instant now) {
        return db.sql("""
                        UPDATE officer.invitation
                           SET withdrawn_at = :now
                         WHERE id = :id AND office = ANY (:within) AND used_at IS NULL AND withdrawn_at IS NULL
                        """)
                        .param("id", id)
                        .param("within", within.stream().map(OfficeId::value).toArray(String[]::new))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Withdraws what was sent to this address for the place before, and is not used. */
    void replace(String email, OfficeId place, Instant now) {
        db.sql("""
                        UPDATE officer.invitation
                           SET withdrawn_at = :now
                         WHERE email_mark = :mark AND office = :place AND used_at IS NULL AND withdrawn_at IS NULL
                        """)
                .param("mark", mark(email))
                .param("place", place.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Invitation> used(AccountId officer) {
        return db.sql("""
                        SELECT id, name, email, office, roles, invited_by, expires_at
                          FROM officer.invitation
                         WHERE account = :officer
                         ORDER BY invited_at
                         LIMIT :most
                        """)
                .param("officer", officer.value())
                .param("most", MOST)
                .query(this::invitation)
                .list();
    }

    private Invitation invitation(ResultSet row, int number) throws SQLException {
        var by = row.getObject("invited_by", UUID.class);
        return new Invitation(
                row.getObject("id", UUID.class),
                seals.open(row.getString("name"), NAME),
                seals.open(row.getString("email"), EMAIL),
                new OfficeId(row.getString("office")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                by == null ? null : new AccountId(by),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public String table() {
        return "officer.invitation";
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return db.sql("""
                        SELECT id, name, email
                          FROM officer.invitation
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
        var email = seals.open(row.getString("email"), EMAIL);
        db.sql("UPDATE officer.invitation SET name = :name, email = :email, email_mark = :mark WHERE id = :id")
                .param("id", row.getObject("id", UUID.class))
                .param("name", seals.seal(seals.open(row.getString("name"), NAME), NAME))
                .param("email", seals.seal(email, EMAIL))
                .param("mark", mark(email))
                .update();
    }

    private UUID mark(String email) {
        return seals.mark("officer.invited", email.toLowerCase(Locale.ROOT));
    }
}
