package titian.external;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.account.AddedWay;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Which providers of identities open an account. */
@Repository
class OwnLinks implements KeepsPersonalData, ForgetsPeople, AddedWay {

    private final Links links;
    private final JdbcClient db;

    OwnLinks(Links links, JdbcClient db) {
        this.links = links;
        this.db = db;
    }

    @Override
    public String subject() {
        return "external_sign_in";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return links.of(account).stream()
                .map(link -> Map.<String, Object>of(
                        "provider",
                        link.provider(),
                        "linked_at",
                        link.linkedAt().toString()))
                .toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withAccount("external-links", Kept.Basis.SECURITY, "external.link"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM external.link WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public void putAway(AccountId account) {
        forget(account);
    }
}
