package titian.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    ForgettingDesk(
            List<ForgetsPeople> modules,
            DraftDesk applications,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.modules = modules;
        this.applications = applications;
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

    /** Forgets an account and its applications, all but those a hold keeps; false if a hold lets nothing go yet. */
    boolean forget(AccountId account, Runnable done) {
        var holds = holds(account);
        if (holds.stream().anyMatch(Hold::waits)) {
            return false;
        }
        var going = applications.allOf(account).stream()
                .filter(application -> holds.stream().noneMatch(hold -> keeps(hold, application)))
                .toList();
        for (int i = 0; i < going.size(); i += AT_A_TIME) {
            forget(going.subList(i, Math.min(i + AT_A_TIME, going.size())));
        }
        transactions.executeWithoutResult(_ -> {
            modules.forEach(module -> module.forget(account));
            events.publishEvent(Act.of("PERSON_FORGOTTEN", "account", account));
            done.run();
        });
        return true;
    }

    private static boolean keeps(Hold hold, ApplicationId application) {
        return hold.reason().effect() == Hold.Effect.KEEPS_APPLICATION && application.equals(hold.application());
    }

    /** Forgets these applications in every module. It is said first: whoever notes it down forgets that note as well. */
    void forget(List<ApplicationId> some) {
        transactions.executeWithoutResult(_ -> {
            some.forEach(
                    application -> events.publishEvent(Act.of("APPLICATION_FORGOTTEN", "application", application)));
            modules.forEach(module -> module.forget(some));
        });
    }
}
