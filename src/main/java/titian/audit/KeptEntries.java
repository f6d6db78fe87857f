package titian.audit;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/**
 * What was done stays, in ids only: whoever is forgotten is nobody there. The house may not delete any of it; an
 * archivist takes whole days away once their time is over, with the heads that vouch for the rest.
 */
@Component
class KeptEntries implements ForgetsPeople {

    @Override
    public List<Kept> kept() {
        return List.of(new Kept(
                "audit",
                Kept.Going.STAYS,
                Period.ofYears(10),
                Kept.Basis.ACCOUNTABILITY,
                List.of(
                        new Kept.Rows("audit.entry", "at < :before"),
                        new Kept.Rows("audit.link", "day < :before"),
                        new Kept.Rows("audit.head", "day < :before"))));
    }
}
