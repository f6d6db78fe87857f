package titian.requirement;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** Which papers were asked for by which case. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication("papers-asked", Kept.Basis.PASSPORT_SERVICE, "requirement.asked"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM requirement.asked WHERE application = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }
}
