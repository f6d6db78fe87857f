package titian.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Who an account holder said they are, and what the registry said to it. */
@Component
class OwnClaim implements KeepsPersonalData {

    private final Claims claims;

    OwnClaim(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String subject() {
        return "identity";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return claims.find(account).stream().map(OwnClaim::told).toList();
    }

    private static Map<String, Object> told(Claim claim) {
        return Map.of(
                "nik", claim.person().nik().value(),
                "name", claim.person().name(),
                "birth_date", claim.person().birthDate().toString(),
                "registry", claim.standing().name(),
                "differing", claim.differing().stream().map(Enum::name).sorted().toList(),
                "claimed_at", claim.claimedAt().toString());
    }
}
