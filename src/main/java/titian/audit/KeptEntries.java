package titian.audit;

import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.AccountId;

/**
 * What was done stays, in ids only: whoever is forgotten is nobody there. The house may not delete any of it; an
 * archivist takes whole days away once their time is over, with the heads that vouch for the rest.
 */
@Repository
class KeptEntries implements ForgetsPeople {

    /** Days of the audit are days in Jakarta, wherever the node stands. */
    private static final String OLD_DAY = "day < (CAST(:before AS timestamptz) AT TIME ZONE 'Asia/Jakarta')::date";

    private final JdbcClient db;

    KeptEntries(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "audit",
                        Kept.Going.STAYS,
                        Period.ofYears(10),
                        Kept.Basis.ACCOUNTABILITY,
                        List.of(
                                new Kept.Rows("audit.entry", "at < :before"),
                                new Kept.Rows("audit.link", OLD_DAY),
                                new Kept.Rows("audit.head", OLD_DAY))),
                Kept.swept(
                        "alarms",
                        Period.ofDays(400),
                        Kept.Basis.SECURITY,
                        new Kept.Rows("audit.alarm", OLD_DAY),
                        new Kept.Rows("audit.look_without_task", OLD_DAY)));
    }

    /** What was noticed is worked out from the entries, and goes with whom it is about. */
    @Override
    public void forget(AccountId account) {
        db.sql("DELETE FROM audit.alarm WHERE account = :account")
                .param("account", account.value())
                .update();
        db.sql("DELETE FROM audit.look_without_task WHERE account = :account")
                .param("account", account.value())
                .update();
    }
}
