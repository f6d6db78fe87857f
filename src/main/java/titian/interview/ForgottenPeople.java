package titian.interview;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** What was noted at the counter, and what was examined and decided. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication(
                "interviews",
                Kept.Basis.PASSPORT_SERVICE,
                "interview.original",
                "interview.interview",
                "interview.examination"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        var ids = applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
        db.sql("DELETE FROM interview.original WHERE application = ANY (:ids)")
                .param("ids", ids)
                .update();
        db.sql("DELETE FROM interview.interview WHERE application = ANY (:ids)")
                .param("ids", ids)
                .update();
        db.sql("DELETE FROM interview.examination WHERE application = ANY (:ids)")
                .param("ids", ids)
                .update();
    }
}
