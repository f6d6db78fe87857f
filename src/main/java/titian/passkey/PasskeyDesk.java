package titian.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/** Where passkeys are added, used and taken away. Spring Security checks what devices answer. */
@Service
public class PasskeyDesk {

    private final WebAuthnRelyingPartyOperations operations;
    private final Passkeys passkeys;
    private final DeviceAnswers answers;
    private final ApplicationEventPublisher events;

    PasskeyDesk(
            WebAuthnRelyingPartyOperations operations,
            Passkeys passkeys,
            DeviceAnswers answers,
            ApplicationEventPublisher events) {
        this.operations = operations;
        this.passkeys = passkeys;
        this.answers = answers;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(AccountId account) {
        return passkeys.of(account);
    }

    /** What is asked, in the JSON that the script of a page hands on to the device. */
    public String spelled(Serializable asked) {
        return answers.ask(asked);
    }

    /** What a device is asked when it is to make a passkey for this account. */
    @Transactional(readOnly = true)
    public PublicKeyCredentialCreationOptions toAdd(AccountId account) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(named(account)));
    }

    /**
     * Adds the passkey a device made for the account that asked.
     *
     * @param label what its holder calls it
     * @throws PasskeyRefused.DoesNotFit if it is not the answer to what was asked, or known already
     * @throws PasskeyRefused.TooMany    if the account has as many as it may
     */
    @Transactional
    public void add(AccountId account, PublicKeyCredentialCreationOptions asked, String answer, String label) {
        if (passkeys.of(account).size() >= Passkeys.MOST) {
            throw new PasskeyRefused.TooMany();
        }
        if (!asked.getUser().getId().equals(Passkeys.handle(account))) {
            throw new PasskeyRefused.DoesNotFit();
        }
        var made = new RelyingPartyPublicKey(answers.made(answer), label);
        try {
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, made));
        } catch (WebAuthnException | IllegalArgumentException _) {
            throw new PasskeyRefused.DoesNotFit();
        }
        events.publishEvent(new PasskeyAdded(account));
    }

    /** What a device is asked when the holder of this account is to show that it is them. */
    @Transactional(readOnly = true)
    public PublicKeyCredentialRequestOptions toProve(AccountId account) {
        return operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(named(account)));
    }

    /** What a device is asked when somebody wants to sign in, whoever that is. */
    PublicKeyCredentialRequestOptions toSignIn() {
        return operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody()));
    }

    /**
     * Says whose passkey answered.
     *
     * @throws PasskeyRefused.DoesNotFit if it is not the answer to what was asked, or not known here
     */
    @Transactional(noRollbackFor = PasskeyRefused.class)
    public AccountId holder(PublicKeyCredentialRequestOptions asked, String answer) {
        var used = answers.used(answer);
        try {
            var holder = operations.authenticate(new RelyingPartyAuthenticationRequest(asked, used));
            return Passkeys.account(holder.getId());
        } catch (WebAuthnException | IllegalArgumentException _) {
            throw new PasskeyRefused.DoesNotFit();
        }
    }

    /** Takes away one of the account's own passkeys. Taking it away twice does nothing the second time. */
    @Transactional
    public void remove(AccountId account, Bytes id) {
        passkeys.delete(account, id);
    }

    private static Authentication named(AccountId account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of());
    }

    private static @Nullable Authentication nobody() {
        return null;
    }
}
