package titian.notification;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** To whom was written, and about what. The letters themselves are not kept. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "letters",
                Period.ofYears(1),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("notification.letter", "created_at < :before")));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        db.sql("DELETE FROM notification.letter WHERE subject = ANY (:applications)")
                .param(
                        "applications",
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM notification.letter WHERE account = :account OR subject = :account")
                .param("account", account.value())
                .update();
    }
}
