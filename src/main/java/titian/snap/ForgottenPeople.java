package titian.snap;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** Which numbers the bank opened for which bill, and what was said to it. Who pays stands with the bill. */
@Component
class ForgottenPeople implements ForgetsPeople {

    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.swept(
                        "bank-offers",
                        Period.ofYears(10),
                        Kept.Basis.STATE_REVENUE,
                        new Kept.Rows("snap.offer", "requested_at < :before")),
                Kept.swept(
                        "bank-exchanges",
                        Period.ofYears(1),
                        Kept.Basis.STATE_REVENUE,
                        new Kept.Rows("snap.arrival", "at < :before"),
                        new Kept.Rows("snap.exchange", "at < :before")));
    }
}
