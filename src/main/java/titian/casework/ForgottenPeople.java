package titian.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** What officers found of papers, and wrote about them. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.withApplication(
                        "cases",
                        Kept.Basis.PASSPORT_SERVICE,
                        "casework.pause",
                        "casework.typed",
                        "casework.verdict",
                        "casework.happening",
                        "casework.likeness",
                        "casework.file"),
                Kept.passing("verifiers", Kept.Basis.PASSPORT_SERVICE, "casework.duty"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        var ids = applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
        db.sql("DELETE FROM casework.likeness WHERE one = ANY (:ids) OR other = ANY (:ids)")
                .param("ids", ids)
                .update();
        db.sql("DELETE FROM casework.happening WHERE application = ANY (:ids)")
                .param("ids", ids)
                .update();
        db.sql("DELETE FROM casework.file WHERE application = ANY (:ids)")
                .param("ids", ids)
                .update();
    }
}
