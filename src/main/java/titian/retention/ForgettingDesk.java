package titian.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.DraftDesk;
import titian.platform.ForgetsPeople;
import titian.platform.Hold;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Has people and applications forgotten in every module, in steps that may be cut off anywhere and made again. */
@Service
class ForgettingDesk {

    private static final int AT_A_TIME = 20;

    private final List<ForgetsPeople> modules;
    private final DraftDesk applications;
    private final OrderedHolds ordered;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    ForgettingDesk(
            List<ForgetsPeople> modules,
            DraftDesk applications,
            OrderedHolds ordered,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.modules = modules;
        this.applications = applications;
        this.ordered = ordered;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What has to be kept of this account now. */
    List<Hold> holds(AccountId account) {
        var all = applications.allOf(account);
        var now = clock.instant();
        return modules.stream()
                .flatMap(module -> module.holds(account, all).stream())
                .filter(hold -> lasts(hold, now))
                .toList();
    }

    private static boolean lasts(Hold hold, Instant now) {
        return hold.until() == null || hold.until().isAfter(now);
    }

    /** What came of a step. */
    private enum Step {
        SOME_LEFT,
        KEPT,
        DONE
    }

    /**
     * Forgets an account and its applications, all but those a hold keeps; false if a hold lets nothing go yet. Each step
     * asks again what has to be kept, and no order is placed while it is being taken.
     */
    boolean forget(AccountId account, Runnable done) {
        var step = Step.SOME_LEFT;
        while (step == Step.SOME_LEFT) {
            step = Objects.requireNonNull(transactions.execute(_ -> step(account, done)));
        }
        return step == Step.DONE;
    }

    private Step step(AccountId account, Runnable done) {
        ordered.holdOff();
        var holds = holds(account);
        if (holds.stream().anyMatch(Hold::waits)) {
            return Step.KEPT;
        }
        var going = applications.allOf(account).stream()
                .filter(application -> holds.stream().noneMatch(hold -> keeps(hold, application)))
                .limit(AT_A_TIME)
                .toList();
        if (!going.isEmpty()) {
            forgetNow(going);
            return Step.SOME_LEFT;
        }
        modules.forEach(module -> module.forget(account));
        events.publishEvent(Act.of("PERSON_FORGOTTEN", "account", account));
        done.run();
        return Step.DONE;
    }

    private static boolean keeps(Hold hold, ApplicationId application) {
        return hold.reason().effect() == Hold.Effect.KEEPS_APPLICATION && application.equals(hold.application());
    }

    /** Forgets these applications, all but those an order keeps, and says how many that were. */
    int forget(List<ApplicationId> some) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var kept = kept(some);
            var going = some.stream()
                    .filter(application -> !kept.contains(application))
                    .toList();
            forgetNow(going);
            return going.size();
        }));
    }

    private Set<ApplicationId> kept(List<ApplicationId> some) {
        var held = Set.copyOf(ordered.accountsUntilTheEnd());
        return applications.accountsOf(some).stream()
                .filter(held::contains)
                .flatMap(account -> applications.allOf(account).stream())
                .collect(Collectors.toSet());
    }

    /** It is said first: whoever notes it down forgets that note as well. */
    private void forgetNow(List<ApplicationId> some) {
        some.forEach(application -> events.publishEvent(Act.of("APPLICATION_FORGOTTEN", "application", application)));
        modules.forEach(module -> module.forget(some));
    }
}
