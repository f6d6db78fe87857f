package titian.contact;

import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;

/** How an account came to be reached as it is, and who helped it back. */
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
                        "contact-changes",
                        Period.ofDays(30),
                        Kept.Basis.SECURITY,
                        new Kept.Rows("contact.change", "state NOT IN ('ASKED', 'WAITING') AND asked_at < :before")),
                Kept.swept(
                        "rescues",
                        Period.ofDays(30),
                        Kept.Basis.ACCOUNTABILITY,
                        new Kept.Rows("contact.rescue", "opened_at < :before")));
    }

    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM contact.rescue WHERE account = :account")
                .param("account", account.value())
                .update();
        db.sql("DELETE FROM contact.change WHERE account = :account")
                .param("account", account.value())
                .update();
    }
}
