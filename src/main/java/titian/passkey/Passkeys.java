package titian.passkey;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import titian.shared.AccountId;

/** The passkeys of all accounts, as Spring Security reads and writes them, and as their holders see them. */
@Repository
class Passkeys implements UserCredentialRepository {

    /** More than anyone has devices; a list has a bound. */
    static final int MOST = 10;

    private final JdbcClient db;
    private final Clock clock;

    Passkeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The name the account goes by towards a device: its id, which says nothing about the person. */
    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /**
     * Writes a new passkey, or what its last use changed. It never changes hands, and its count of signatures only
     * rises, unless its device keeps none: a copied key would lag behind.
     *
     * @throws PasskeyRefused.DoesNotFit if it is another's, or lags behind
     */
    @Override
    public void save(CredentialRecord passkey) {
        var now = clock.instant().atOffset(UTC);
        var written = db.sql("""
                        INSERT INTO passkey.passkey AS known (
                            id, account, label, public_key, signatures, unlocked, portable, copied, transports,
                            attestation, attestation_data, made_at, last_used_at)
                        VALUES (:id, :account, :label, :key, :signatures, :unlocked, :portable, :copied, :transports,
                                :attestation, :attestationData, :now, NULL)
                        ON CONFLICT (id) DO UPDATE
                           SET signatures = excluded.signatures, unlocked = excluded.unlocked,
                               copied = excluded.copied, last_used_at = :now
                         WHERE known.account = excluded.account
                           AND (excluded.signatures > known.signatures
                                OR (excluded.signatures = 0 AND known.signatures = 0))
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("account", account(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("signatures", passkey.getSignatureCount())
                .param("unlocked", passkey.isUvInitialized())
                .param("portable", passkey.isBackupEligible())
                .param("copied", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("attestationData", bytes(passkey.getAttestationClientDataJSON()))
                .param("now", now)
                .update();
        if (written == 0) {
            throw new PasskeyRefused.DoesNotFit();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return db.sql("""
                        SELECT id, account, label, public_key, signatures, unlocked, portable, copied, transports,
                               attestation, attestation_data, made_at, coalesce(last_used_at, made_at) AS used_at
                          FROM passkey.passkey
                         WHERE id = :id
                        """)
                .param("id", id.getBytes())
                .query(Passkeys::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.sql("""
                        SELECT id, account, label, public_key, signatures, unlocked, portable, copied, transports,
                               attestation, attestation_data, made_at, coalesce(last_used_at, made_at) AS used_at
                          FROM passkey.passkey
                         WHERE account = :account
                         ORDER BY made_at
                         LIMIT 10
                        """)
                .param("account", account(handle).value())
                .query(Passkeys::credential)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        db.sql("DELETE FROM passkey.passkey WHERE id = :id")
                .param("id", id.getBytes())
                .update();
    }

    /** Deletes the account's own passkey of this name; another's stays. */
    void delete(AccountId account, Bytes id) {
        db.sql("DELETE FROM passkey.passkey WHERE id = :id AND account = :account")
                .param("id", id.getBytes())
                .param("account", account.value())
                .update();
    }

    void forget(AccountId account) {
        db.sql("DELETE FROM passkey.passkey WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    List<Passkey> of(AccountId account) {
        return db.sql("""
                        SELECT id, label, made_at, last_used_at
                          FROM passkey.passkey
                         WHERE account = :account
                         ORDER BY made_at
                         LIMIT 10
                        """)
                .param("account", account.value())
                .query((row, _) -> new Passkey(
                        new Bytes(row.getBytes("id")),
                        row.getString("label"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(handle(new AccountId(row.getObject("account", UUID.class))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(row.getBoolean("unlocked"))
                .backupEligible(row.getBoolean("portable"))
                .backupState(row.getBoolean("copied"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_data")))
                .created(row.getObject("made_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static byte[] bytes(@Nullable Bytes value) {
        return value == null ? new byte[0] : value.getBytes();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
