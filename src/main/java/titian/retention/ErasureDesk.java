package titian.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Hold;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.shared.Act;

/** Where people ask to be forgotten, and officers order that somebody is not. */
@Service
public class ErasureDesk {

    /** As long one may change one's mind. */
    public static final Duration TO_THINK_IT_OVER = Duration.ofDays(7);

    private static final Duration TRIED_AGAIN = Duration.ofDays(1);
    private static final int AT_A_TIME = 50;
    private static final int MOST_LISTED = 100;

    private final Erasures erasures;
    private final OrderedHolds ordered;
    private final ForgettingDesk forgetting;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasureDesk(
            Erasures erasures,
            OrderedHolds ordered,
            ForgettingDesk forgetting,
            Tasks tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.erasures = erasures;
        this.ordered = ordered;
        this.forgetting = forgetting;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** What would have to be kept, or keeps everything, if somebody asked now. */
    public List<Hold> holds(AccountId account) {
        return forgetting.holds(account);
    }

    /** The wish of this account that is not carried out yet, if there is one. */
    public Optional<Erasure> underWay(AccountId account) {
        return erasures.underWay(account);
    }

    /**
     * Writes down that somebody wants to be forgotten. Asked twice it is asked once.
     *
     * @throws ErasureRefused.MustWait if something is not over yet
     */
    @Transactional
    public Erasure ask(AccountId account) {
        var waiting = holds(account).stream().filter(Hold::waits).toList();
        if (!waiting.isEmpty()) {
            throw new ErasureRefused.MustWait(waiting);
        }
        var now = clock.instant();
        if (erasures.underWay(account).isEmpty()) {
            erasures.ask(account, now, now.plus(TO_THINK_IT_OVER));
            events.publishEvent(Act.of("ERASURE_ASKED", "account", account));
            events.publishEvent(new ErasureAsked(account));
        }
        return erasures.underWay(account).orElseThrow();
    }

    /**
     * The person has changed their mind. The second time nothing happens.
     *
     * @throws ErasureRefused.TooLate if it is being carried out
     */
    @Transactional
    public void withdraw(AccountId account) {
        if (erasures.withdraw(account, clock.instant())) {
            events.publishEvent(Act.of("ERASURE_WITHDRAWN", "account", account));
        } else if (erasures.underWay(account).isPresent()) {
            throw new ErasureRefused.TooLate();
        }
    }

    /** Has those carried out whose week is over. */
    @Transactional
    void takeDue() {
        erasures.takeDue(clock.instant(), AT_A_TIME)
                .forEach(id -> tasks.soon(Erasing.ERASE, id.toString(), new Erasing.One(id)));
    }

    /** Carries one out, from wherever it was cut off; puts it off if something must wait after all. */
    void carryOut(UUID id) {
        var found = erasures.find(id).filter(erasure -> erasure.state() == Erasure.State.DUE);
        if (found.isEmpty()) {
            return;
        }
        var account = found.get().account();
        if (!forgetting.forget(account, () -> erasures.done(id, clock.instant()))) {
            var now = clock.instant();
            erasures.putOff(id, now, now.plus(TRIED_AGAIN));
        }
    }

    /** Orders that nothing of an account is forgotten. */
    @Transactional
    public void hold(OrderedHold.Order order, AccountId officer) {
        ordered.place(UUID.randomUUID(), order, officer, clock.instant());
        events.publishEvent(new Act(
                "HOLD_ORDERED",
                "account",
                order.account().toString(),
                "",
                order.reason().name(),
                order.letter()));
    }

    /** Lifts an order. The second time nothing happens. */
    @Transactional
    public void lift(UUID hold, AccountId officer) {
        if (ordered.lift(hold, officer, clock.instant())) {
            events.publishEvent(Act.of("HOLD_LIFTED", "hold", hold));
        }
    }

    /** The orders in force, the latest first. */
    public List<OrderedHold> ordered() {
        return ordered.inForce(MOST_LISTED);
    }
}
