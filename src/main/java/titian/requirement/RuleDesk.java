package titian.requirement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.PaymentDesk;
import titian.shared.Act;

/** Where administrators look at the rules, try a change and make it. What went in keeps the list it had. */
@Service
@Transactional
class RuleDesk {

    private final Requirements requirements;
    private final AskedLists asked;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RuleDesk(Requirements requirements, AskedLists asked, ApplicationEventPublisher events, Clock clock) {
        this.requirements = requirements;
        this.asked = asked;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
    }

    /** What a service asks for now and later, in the order of the list. */
    @Transactional(readOnly = true)
    List<Requirement> rules(RequestedService service) {
        return requirements.from(service, today());
    }

    /** What a change does, and to how many applications it does nothing, because they have gone in. */
    @Transactional(readOnly = true)
    Trial trial(RuleChange change) {
        return new Trial(change, Effect.of(change, requirements.on(change.from())), asked.count(change.service()));
    }

    /** What a change would do. */
    record Trial(RuleChange change, List<Effect> effects, long untouched) {}

    /**
     * Makes a change.
     *
     * @return false if something is planned for the paper on that day or later already
     */
    boolean make(RuleChange change, String reason) {
        if (!requirements.change(change)) {
            return false;
        }
        events.publishEvent(new Act(
                "REQUIREMENT_CHANGED",
                "requirement",
                change.service().name(),
                "",
                change.document() + " " + change.from(),
                reason));
        return true;
    }
}
