package titian.passkey;

import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What we ask of devices and what they answer, in the JSON that browsers read and write. */
@Component
class DeviceAnswers {

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    String ask(Object options) {
        return json.writeValueAsString(options);
    }

    /**
     * A passkey a device has just made.
     *
     * @throws PasskeyRefused.DoesNotFit if this is no such thing
     */
    PublicKeyCredential<AuthenticatorAttestationResponse> made(String answer) {
        return read(answer, MADE);
    }

    /**
     * The use of a passkey.
     *
     * @throws PasskeyRefused.DoesNotFit if this is no such thing
     */
    PublicKeyCredential<AuthenticatorAssertionResponse> used(String answer) {
        return read(answer, USED);
    }

    private <T> T read(String answer, TypeReference<T> kind) {
        try {
            return Optional.ofNullable(json.readValue(answer, kind)).orElseThrow(PasskeyRefused.DoesNotFit::new);
        } catch (JacksonException | IllegalArgumentException _) {
            throw new PasskeyRefused.DoesNotFit();
        }
    }
}
