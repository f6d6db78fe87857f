package titian.passkey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.shared.AccountId;

/**
 * Account holders as Spring Security asks for them. A device shows the name and the address in its list of passkeys;
 * they stand there and in the account, and nowhere else.
 */
@Component
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final AccountDesk accounts;

    PasskeyHolders(AccountDesk accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accounts.contact(Passkeys.account(handle))
                .map(PasskeyHolders::holder)
                .orElse(null);
    }

    /** By the id of the account, which is what the house calls its people. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return findById(Passkeys.handle(new AccountId(UUID.fromString(account))));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new IllegalStateException("accounts are made by registering");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("accounts end at the account's own desk");
    }

    private static PublicKeyCredentialUserEntity holder(Contact contact) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkeys.handle(contact.account()))
                .name(contact.signInName())
                .displayName(contact.name())
                .build();
    }
}
