package titian.passkey;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** What a passkey must be: made for this address, kept by the device, and unlocked by its holder each time. */
@Configuration
class PasskeyRules {

    private static final String SERVICE = "Layanan Paspor";

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PasskeyHolders holders, Passkeys passkeys, @Value("${titian.address}") URI address) {
        var house = PublicKeyCredentialRpEntity.builder()
                .id(Objects.requireNonNull(address.getHost(), "titian.address names a host"))
                .name(SERVICE)
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(holders, passkeys, house, Set.of(origin(address)));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** The address as browsers name it: without a path, and without a port that goes without saying. */
    static String origin(URI address) {
        var port = address.getPort() == -1 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
