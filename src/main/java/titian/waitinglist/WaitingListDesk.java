package titian.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.OfferId;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.submission.ReadyDesk;
import titian.submission.ReadyDesk.Ready;
import titian.waitinglist.Wish.State;
import titian.waitinglist.Wish.Why;

/** Where people join the waiting list, change what they wait for, and leave. Every step may be asked twice. */
@Service
@Transactional
public class WaitingListDesk {

    /** No further ahead does anybody wait. */
    static final int LONGEST_DAYS = 90;

    /** More people ahead are not counted: it would tell nobody anything more. */
    static final int MOST_COUNTED = 1_000;

    private static final Duration ENDED_SHOWN = Duration.ofDays(30);

    private final Wishes wishes;
    private final Offers offers;
    private final Endings endings;
    private final ReadyDesk ready;
    private final OfficeDesk offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingListDesk(
            Wishes wishes,
            Offers offers,
            Endings endings,
            ReadyDesk ready,
            OfficeDesk offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.endings = endings;
        this.ready = ready;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts these applications of the account at the end of the list, to go together.
     *
     * @throws WaitingListRefused.NotReady if one of them is not the account's or not ready to go in
     * @throws WaitingListRefused.AlreadyWaiting if one of them waits already
     */
    public WishId join(AccountId account, List<ApplicationId> members, Wanted wanted) {
        if (members.isEmpty() || members.size() > 5 || !readyOf(account).containsAll(members)) {
            throw new WaitingListRefused.NotReady();
        }
        members.stream()
                .flatMap(member -> wishes.open(member).stream())
                .findFirst()
                .ifPresent(open -> {
                    throw new WaitingListRefused.AlreadyWaiting(open.id());
                });
        var id = WishId.next();
        if (!wishes.add(id, account, members, wanted, zones(wanted), clock.instant())) {
            throw new WaitingListRefused.NotReady();
        }
        endings.tell(members);
        return id;
    }

    private List<ApplicationId> readyOf(AccountId account) {
        return ready.of(account).stream().map(Ready::id).toList();
    }

    private Map<OfficeId, String> zones(Wanted wanted) {
        var zones = new HashMap<OfficeId, String>();
        wanted.offices()
                .forEach(office -> zones.put(
                        office,
                        offices.find(office)
                                .orElseThrow(WaitingListRefused.Unknown::new)
                                .zone()
                                .getId()));
        return zones;
    }

    /**
     * Waits for other days or offices from now on, and keeps the position.
     *
     * @throws WaitingListRefused.NotNow if an offer waits for an answer, or the wish has ended
     */
    public void change(WishId id, AccountId account, Wanted wanted) {
        var wish = lock(id, account);
        if (wish.state() != State.WAITING && wish.state() != State.PAUSED) {
            throw new WaitingListRefused.NotNow(wish);
        }
        wishes.change(id, wanted, zones(wanted));
        endings.giveBackGathered(id);
        endings.tell(wish.members());
    }

    /** Waits again after a pause, in the old position. */
    public void resume(WishId id, AccountId account) {
        var wish = lock(id, account);
        if (wish.state() == State.PAUSED) {
            wishes.move(id, State.PAUSED, State.WAITING, null, clock.instant());
            wishes.forgetMissed(id);
            endings.tell(wish.members());
        }
    }

    /** The account's wishes: open ones, and those that ended lately. */
    @Transactional(readOnly = true)
    public List<Wish> of(AccountId account) {
        return wishes.of(account, clock.instant().minus(ENDED_SHOWN));
    }

    @Transactional(readOnly = true)
    public Optional<Wish> find(WishId id) {
        return wishes.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Offer> find(OfferId id) {
        return offers.find(id);
    }

    /** The wish of this account, whatever became of it. */
    @Transactional(readOnly = true)
    Wish wish(WishId id, AccountId account) {
        return wishes.find(id)
                .filter(wish -> wish.account().equals(account))
                .orElseThrow(WaitingListRefused.Unknown::new);
    }

    /** The wish this application waits by. */
    @Transactional(readOnly = true)
    public Optional<Wish> waiting(ApplicationId application) {
        return wishes.open(application);
    }

    /** The latest offer made for the wish. */
    @Transactional(readOnly = true)
    public Optional<Offer> latestOffer(WishId wish) {
        return offers.latest(wish);
    }

    /** How many people stand before this wish at one of its offices, for days it wants too. */
    @Transactional(readOnly = true)
    int ahead(Wish wish, OfficeId office) {
        return wishes.ahead(wish, office, MOST_COUNTED);
    }

    private Wish lock(WishId id, AccountId account) {
        return wishes.lock(id)
                .filter(wish -> wish.account().equals(account))
                .orElseThrow(WaitingListRefused.Unknown::new);
    }

    /**
     * Leaves the list; what is offered is offered to the next.
     *
     * @throws WaitingListRefused.NotNow if an offer has been accepted and is being booked
     */
    public void withdraw(WishId id, AccountId account) {
        var wish = lock(id, account);
        if (wish.state().isOpen()) {
            if (wish.state() == State.OFFERED) {
                takeBack(wish);
            }
            endings.end(wish, Why.WITHDRAWN);
        }
    }

    private void takeBack(Wish wish) {
        var offer = offers.latest(wish.id()).orElseThrow();
        if (!offers.move(offer.id(), Offer.State.OPEN, Offer.State.WITHDRAWN, clock.instant())) {
            throw new WaitingListRefused.NotNow(wish);
        }
        endings.giveBack(offer.id());
    }

    /** Ends a wish one of whose applications found its place elsewhere; while an offer is being booked it stays. */
    void endIfSettled(WishId id) {
        wishes.lock(id)
                .filter(wish -> wish.state().isOpen())
                .filter(wish -> wish.members().stream().anyMatch(ready::isSettled))
                .ifPresent(wish -> {
                    if (wish.state() == State.OFFERED) {
                        takeBack(wish);
                    }
                    endings.end(wish, Why.ELSEWHERE);
                });
    }

    /** Ends the wishes whose last day has passed by the clocks of their offices; gives how many. */
    int endOver() {
        var over = wishes.takeOver(clock.instant());
        over.forEach(id -> {
            endings.end(wishes.find(id).orElseThrow(), Why.LAST_DAY);
            events.publishEvent(new WishEnded(id));
        });
        return over.size();
    }
}
