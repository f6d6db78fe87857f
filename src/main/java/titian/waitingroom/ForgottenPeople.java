package titian.waitingroom;

import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;

/** Who had which ticket. The line itself stays for whoever checks the draw: it says numbers of tickets only. */
@Repository
class ForgottenPeople implements ForgetsPeople {

    private final JdbcClient db;

    ForgottenPeople(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        var old = "release IN (SELECT id FROM waitingroom.release WHERE opens_at < :before)";
        return List.of(Kept.swept(
                "waiting-rooms",
                Period.ofYears(1),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("waitingroom.reminder", old),
                new Kept.Rows("waitingroom.newcomer", old),
                new Kept.Rows("waitingroom.place", old),
                new Kept.Rows("waitingroom.ticket", old)));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM waitingroom.reminder WHERE account = :account")
                .param("account", account.value())
                .update();
        db.sql("DELETE FROM waitingroom.ticket WHERE account = :account")
                .param("account", account.value())
                .update();
    }
}
