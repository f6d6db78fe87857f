package titian.queue;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** A day's figures stay as they were when whoever came is forgotten: the ticket is nobody's then. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.swept(
                        "tickets",
                        Period.ofYears(2),
                        Kept.Basis.PASSPORT_SERVICE,
                        new Kept.Rows("queue.ticket", "arrived_at < :before")),
                Kept.passing("counters", Kept.Basis.PASSPORT_SERVICE, "queue.duty"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("UPDATE queue.ticket SET application = gen_random_uuid() WHERE application = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }
}
