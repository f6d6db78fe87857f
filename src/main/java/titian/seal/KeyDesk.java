package titian.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.CannotStart;

/** Where keysets are made, opened and changed. */
@Service
class KeyDesk {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library knows its own keys", e);
        }
    }

    private final Keysets keysets;
    private final EnvelopeKeys envelopes;
    private final Clock clock;

    KeyDesk(Keysets keysets, EnvelopeKeys envelopes, Clock clock) {
        this.keysets = keysets;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /**
     * The keys for this purpose, made if there are none yet. Sealed by a former key of the environment, they are
     * sealed by the present one from now on.
     *
     * @throws CannotStart if no key of the environment opens them
     */
    @Transactional
    KeysetHandle keys(KeyPurpose purpose) {
        var now = clock.instant();
        if (keysets.find(purpose).isEmpty()) {
            keysets.begin(purpose, sealed(fresh(purpose), purpose), now);
        }
        var row = keysets.find(purpose).orElseThrow();
        var keys = opened(row, purpose);
        if (!row.envelope().equals(envelopes.current())) {
            keysets.replace(purpose, row, sealed(keys, purpose), now);
        }
        return keys;
    }

    /** From now on another key seals; those before it open what they sealed. Returns the new one's number. */
    @Transactional
    int rotate() {
        return changed(
                        KeyPurpose.SEAL,
                        keys -> KeysetHandle.newBuilder(keys)
                                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()
                                        .makePrimary())
                                .build())
                .getPrimary()
                .getId();
    }

    MarkKeys marks() {
        try {
            return MarkKeys.of(keys(KeyPurpose.MARK));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library knows its own keys", e);
        }
    }

    /** Lets another key of marks be on its way. Returns how its marks end. */
    @Transactional
    String addMarkKey() {
        var keys = changed(
                KeyPurpose.MARK,
                former -> KeysetHandle.newBuilder(former)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                                .withRandomId())
                        .build());
        return MarkKeys.ending(keys.getAt(keys.size() - 1).getId());
    }

    /** From now on marks are made by the key that was on its way as well. */
    @Transactional
    void takeMarkKey() {
        changed(KeyPurpose.MARK, former -> {
            var builder = KeysetHandle.newBuilder(former);
            builder.getAt(builder.size() - 1).makePrimary();
            return builder.build();
        });
    }

    private interface Change {

        KeysetHandle to(KeysetHandle keys) throws GeneralSecurityException;
    }

    private KeysetHandle changed(KeyPurpose purpose, Change change) {
        var row = keysets.find(purpose).orElseThrow();
        try {
            var changed = change.to(opened(row, purpose));
            if (!keysets.replace(purpose, row, sealed(changed, purpose), clock.instant())) {
                throw new IllegalStateException("somebody else changed the keys just now; begin again");
            }
            return changed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library knows its own keys", e);
        }
    }

    private static KeysetHandle fresh(KeyPurpose purpose) {
        try {
            return KeysetHandle.generateNew(
                    switch (purpose) {
                        case SEAL -> PredefinedAeadParameters.AES256_GCM;
                        case MARK -> PredefinedPrfParameters.HMAC_SHA256_PRF;
                    });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library knows its own keys", e);
        }
    }

    private Keysets.Row sealed(KeysetHandle keys, KeyPurpose purpose) {
        var name = envelopes.current();
        try {
            var plain = TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
            var envelope = envelopes.named(name).orElseThrow();
            return new Keysets.Row(envelope.encrypt(plain, purpose.name().getBytes(UTF_8)), name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java seals by AES-GCM", e);
        }
    }

    private KeysetHandle opened(Keysets.Row row, KeyPurpose purpose) {
        Aead envelope = envelopes
                .named(row.envelope())
                .orElseThrow(() -> new CannotStart(
                        "Personal data is sealed by a key that is not in TITIAN_PERSONAL_KEYS: " + row.envelope() + ".",
                        "Add the key that goes by this name after the first one, on every node; without it nothing "
                                + "personal can be read."));
        try {
            var plain = envelope.decrypt(row.keys(), purpose.name().getBytes(UTF_8));
            return TinkProtoKeysetFormat.parseKeyset(plain, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new CannotStart(
                    "The keys of personal data do not open: they were changed in the database.",
                    "Restore the table seal.keyset from a backup.",
                    e);
        }
    }
}
