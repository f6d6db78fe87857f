package titian.counterfee;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** How long what was paid at counters is kept. */
@Component
class ForgottenPeople implements ForgetsPeople {

    /** Whoever answers for state money keeps its papers for ten years. */
    private static final Period ACCOUNTED_FOR = Period.ofYears(10);

    private final CounterFees fees;

    ForgottenPeople(CounterFees fees) {
        this.fees = fees;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "counter-fees",
                ACCOUNTED_FOR,
                Kept.Basis.STATE_REVENUE,
                new Kept.Rows(
                        "counterfee.counter_fee_line",
                        "application IN (SELECT application FROM counterfee.counter_fee WHERE fixed_at < :before)"),
                new Kept.Rows("counterfee.counter_fee", "fixed_at < :before")));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        fees.forget(applications);
    }
}
