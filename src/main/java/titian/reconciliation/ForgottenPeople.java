package titian.reconciliation;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** Daily files of bank and biller, and what was decided about their lines. */
@Component
class ForgottenPeople implements ForgetsPeople {

    @Override
    public List<Kept> kept() {
        var old = "file IN (SELECT id FROM reconciliation.file WHERE received_at < :before)";
        return List.of(Kept.swept(
                "daily-files",
                Period.ofYears(10),
                Kept.Basis.STATE_REVENUE,
                new Kept.Rows("reconciliation.malformed", old),
                new Kept.Rows("reconciliation.piece", old),
                new Kept.Rows("reconciliation.line", old),
                new Kept.Rows("reconciliation.file", "received_at < :before")));
    }
}
