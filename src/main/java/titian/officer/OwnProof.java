package titian.officer;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** That an officer has something to show beside the password; what it is would be no secret any more. */
@Component
class OwnProof implements KeepsPersonalData {

    private final ProofDesk desk;

    OwnProof(ProofDesk desk) {
        this.desk = desk;
    }

    @Override
    public String subject() {
        return "second_proof";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return desk.isSetUp(account)
                ? List.of(Map.of("authenticator", true, "recovery_codes_left", desk.recoveryCodesLeft(account)))
                : List.of();
    }
}
