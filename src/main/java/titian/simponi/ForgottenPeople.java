package titian.simponi;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** How long it is kept what was asked of the biller. */
@Component
class ForgottenPeople implements ForgetsPeople {

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "biller-exchanges",
                Period.ofYears(1),
                Kept.Basis.STATE_REVENUE,
                new Kept.Rows("simponi.exchange", "at < :before")));
    }
}
