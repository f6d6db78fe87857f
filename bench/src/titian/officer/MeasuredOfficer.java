package titian.officer;

import java.time.Instant;
import titian.shared.AccountId;

/** An officer of the bench who has set up a second proof, and shows the codes on paper. */
public final class MeasuredOfficer {

    private MeasuredOfficer() {}

    /** A code that counts once, in place of one of the authenticator. */
    public static String recoveryCode(ProofDesk proofs, AccountId officer) {
        var authenticator = proofs.setUp(officer);
        return proofs.confirm(officer, authenticator.code(Authenticator.step(Instant.now()))).getFirst();
    }
}
