package titian.counterfee;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.tariff.Quote;

/**
 * Where fees that are paid at a counter are fixed when a form goes in, and noted when the office has taken them: missions
 * abroad in their own currency, other offices in rupiah.
 */
@Service
@Transactional
public class CounterFeeDesk {

    private final CounterFees fees;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterFeeDesk(CounterFees fees, ApplicationEventPublisher events, Clock clock) {
        this.fees = fees;
        this.events = events;
        this.clock = clock;
    }

    /** From now on this is owed at the counter, whatever becomes of tariffs. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fix(ApplicationId application, OfficeId office, Quote quote) {
        if (quote.isFree()) {
            throw new IllegalArgumentException("what costs nothing is not paid at a counter");
        }
        if (fees.put(application, office, quote.amount(), clock.instant())) {
            fees.lines(application, quote.priced());
        }
    }

    @Transactional(readOnly = true)
    public Optional<CounterFee> find(ApplicationId application) {
        return fees.find(application);
    }

    /** The office has the money. The second time nothing happens. */
    public void take(CounterFee fee, AccountId officer) {
        var now = clock.instant();
        if (fees.take(fee.application(), officer, now)) {
            events.publishEvent(new CounterFeeTaken(fee.application(), fee.office(), fee.amount(), now, officer));
            events.publishEvent(Act.of("COUNTER_FEE_TAKEN", "application", fee.application()));
        }
    }
}
