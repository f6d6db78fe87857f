package titian.treasury;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** The books and receipts name bills, and officers who corrected them; nothing is taken out of them. Refunds name people. */
@Component
class ForgottenPeople implements ForgetsPeople {

    private static final Period AS_LONG_AS_REVENUE = Period.ofYears(10);

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "books",
                        Kept.Going.STAYS,
                        AS_LONG_AS_REVENUE,
                        Kept.Basis.STATE_REVENUE,
                        List.of(
                                new Kept.Rows("treasury.posting", "false"),
                                new Kept.Rows("treasury.reason", "false"),
                                new Kept.Rows("treasury.entry", "at < :before"),
                                new Kept.Rows("treasury.receipt", "paid_at < :before"),
                                new Kept.Rows("treasury.counter_receipt", "taken_at < :before"),
                                new Kept.Rows("treasury.account", "false"))),
                Kept.swept(
                        "refunds",
                        AS_LONG_AS_REVENUE,
                        Kept.Basis.STATE_REVENUE,
                        new Kept.Rows("treasury.refund", "asked_at < :before"),
                        new Kept.Rows("treasury.second_payment", "noted_at < :before")));
    }
}
