package titian.officer;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;
import titian.passkey.PasskeyDesk;
import titian.shared.AccountId;

/** What an officer's device was asked: it waits in the session, and counts once. */
@Component
class Devices {

    private static final String TO_USE = "titian.officer.device.use";
    private static final String TO_ADD = "titian.officer.device.add";

    private final PasskeyDesk passkeys;
    private final ProofDesk desk;

    Devices(PasskeyDesk passkeys, ProofDesk desk) {
        this.passkeys = passkeys;
        this.desk = desk;
    }

    String askToUse(AccountId officer, HttpSession session) {
        return ask(TO_USE, passkeys.toProve(officer), session);
    }

    String askToAdd(AccountId officer, HttpSession session) {
        return ask(TO_ADD, passkeys.toAdd(officer), session);
    }

    private String ask(String what, Serializable asked, HttpSession session) {
        session.setAttribute(what, asked);
        return passkeys.spelled(asked);
    }

    /**
     * @throws OfficerRefused if the answer does not show that it is this officer
     */
    void prove(AccountId officer, String answer, HttpSession session) {
        if (!(take(TO_USE, session) instanceof PublicKeyCredentialRequestOptions asked)) {
            throw new OfficerRefused.WrongDevice();
        }
        desk.prove(officer, asked, answer);
    }

    /**
     * What was asked of the device that is to be added.
     *
     * @throws OfficerRefused.WrongDevice if nothing was
     */
    PublicKeyCredentialCreationOptions toAdd(HttpSession session) {
        if (!(take(TO_ADD, session) instanceof PublicKeyCredentialCreationOptions asked)) {
            throw new OfficerRefused.WrongDevice();
        }
        return asked;
    }

    private static @Nullable Object take(String what, HttpSession session) {
        var asked = session.getAttribute(what);
        session.removeAttribute(what);
        return asked;
    }
}
