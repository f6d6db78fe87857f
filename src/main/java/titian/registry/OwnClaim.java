package titian.registry;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Who an account holder said they are, and what the registry said to it. */
@Repository
class OwnClaim implements KeepsPersonalData, ForgetsPeople {

    private final Claims claims;
    private final JdbcClient db;

    OwnClaim(Claims claims, JdbcClient db) {
        this.claims = claims;
        this.db = db;
    }

    @Override
    public String subject() {
        return "identity";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return claims.find(account).stream().map(OwnClaim::told).toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withAccount("claims", Kept.Basis.PASSPORT_SERVICE, "registry.claim"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM registry.claim WHERE account = :account")
                .param("account", account.value())
                .update();
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
