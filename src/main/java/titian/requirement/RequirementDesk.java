package titian.requirement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;

/** Where one asks which papers a service needs, and which a case needs. */
@Service
public class RequirementDesk {

    private final Requirements requirements;
    private final AskedLists asked;
    private final Clock clock;

    RequirementDesk(Requirements requirements, AskedLists asked, Clock clock) {
        this.requirements = requirements;
        this.asked = asked;
        this.clock = clock;
    }

    /** What to bring for a service. */
    public Checklist checklist(RequestedService service) {
        return new Checklist(service.name(), requirements.of(service, today()));
    }

    /** What this case needs today. */
    public Needs needs(Case asked) {
        return needs(asked, today());
    }

    /** What this case would need on that day. */
    Needs needs(Case asked, LocalDate day) {
        return Needs.of(asked, requirements.on(day));
    }

    /** What is worth asking about in such a case: what would make another paper necessary. */
    public Set<Circumstance> circumstances(Case asked) {
        var lists = asked.lists().stream().map(Enum::name).toList();
        var some = EnumSet.noneOf(Circumstance.class);
        requirements.on(today()).stream()
                .filter(row -> lists.contains(row.service()))
                .filter(row -> !asked.has(Circumstance.MINOR) || !Circumstance.isAdults(row))
                .forEach(row -> some.addAll(row.circumstances()));
        return some;
    }

    /**
     * Keeps the list of an application that goes in, in the caller's transaction: from now on it is asked for this,
     * whatever the rules become.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fix(ApplicationId application, Needs needs) {
        asked.fix(application, needs, clock.instant());
    }

    /** What an application was asked for when it went in, if it has. */
    public Optional<Needs> asked(ApplicationId application) {
        return asked.find(application);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
    }
}
