package titian.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** What the registry did not confirm, and how it was settled. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication("unconfirmed-numbers", Kept.Basis.PASSPORT_SERVICE, "identity.lane"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM identity.lane WHERE application = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }
}
