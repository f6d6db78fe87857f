package titian.capacity;

import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;

/** Whom a change of a plan moved. */
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
                        "relocations",
                        Period.ofYears(2),
                        Kept.Basis.PASSPORT_SERVICE,
                        new Kept.Rows("capacity.relocation", "decided_at < :before")),
                Kept.passing("plans", Kept.Basis.ACCOUNTABILITY, "capacity.plan"));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM capacity.relocation WHERE account = :account")
                .param("account", account.value())
                .update();
    }
}
