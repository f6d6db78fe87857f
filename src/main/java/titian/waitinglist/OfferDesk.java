package titian.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.booking.Booked;
import titian.booking.BookingDesk;
import titian.booking.OfferId;
import titian.shared.AccountId;
import titian.submission.PlacedDesk;
import titian.submission.ReadyDesk;
import titian.waitinglist.Offer.State;
import titian.waitinglist.Wish.Why;

/** Where offers are answered, or run out. Of two answers at the same moment one counts, and every answer may be repeated. */
@Service
@Transactional
class OfferDesk {

    /** For so long the places of an accepted offer are kept until they are booked, should a node die meanwhile. */
    static final Duration TO_FINISH = Duration.ofMinutes(15);

    /** Longer than it takes when nobody dies. */
    private static final Duration USUALLY_FINISHED = Duration.ofSeconds(20);

    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final Wishes wishes;
    private final Offers offers;
    private final Endings endings;
    private final ReadyDesk ready;
    private final PlacedDesk placed;
    private final BookingDesk booking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfferDesk(
            Wishes wishes,
            Offers offers,
            Endings endings,
            ReadyDesk ready,
            PlacedDesk placed,
            BookingDesk booking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.endings = endings;
        this.ready = ready;
        this.placed = placed;
        this.booking = booking;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Accepts an offer: from now on its places are the person's, and are only to be booked. They are kept before the
     * wish is locked, in the order in which they come back, so that one of both happens.
     *
     * @throws WaitingListRefused.Unknown if it is not the account's
     * @throws WaitingListRefused.OfferOver if it was declined or has run out
     * @throws WaitingListRefused.NotReady if an application lacks an answer; the offer stands
     */
    void accept(OfferId id, AccountId account) {
        if (isAccepted(offer(id, account).state())) {
            return;
        }
        var now = clock.instant();
        var kept = booking.keepUntil(id, now.plus(TO_FINISH));
        var wish = wishes.lock(offer(id, account).wish()).orElseThrow();
        var offer = offer(id, account);
        if (isAccepted(offer.state())) {
            return;
        }
        if (!kept || offer.state() != State.OPEN || !now.isBefore(offer.deadline())) {
            throw new WaitingListRefused.OfferOver(offer.state());
        }
        if (!wish.members().stream().allMatch(member -> ready.find(member).isPresent())) {
            throw new WaitingListRefused.NotReady();
        }
        offers.move(id, State.OPEN, State.TAKING, now);
        endings.tell(wish.members());
    }

    private static boolean isAccepted(State state) {
        return state == State.TAKING || state == State.TAKEN;
    }

    private Offer offer(OfferId id, AccountId account) {
        return offers.find(id)
                .filter(offer -> wishes.find(offer.wish())
                        .filter(wish -> wish.account().equals(account))
                        .isPresent())
                .orElseThrow(WaitingListRefused.Unknown::new);
    }

    /**
     * Lets an offer go; its places are offered to the next at once, and the position stays.
     *
     * @throws WaitingListRefused.OfferOver if it was accepted or has run out
     */
    void decline(OfferId id, AccountId account) {
        wishes.lock(offer(id, account).wish());
        var offer = offer(id, account);
        if (offer.state() == State.DECLINED) {
            return;
        }
        if (!endings.missed(offer, State.OPEN, State.DECLINED)) {
            throw new WaitingListRefused.OfferOver(offer.state());
        }
        endings.giveBack(id);
    }

    /** An accepted offer that is not finished yet, and who waited for it. */
    record Accepted(Offer offer, Wish wish) {}

    @Transactional(readOnly = true)
    Optional<Accepted> accepted(OfferId id) {
        return offers.find(id)
                .filter(offer -> offer.state() == State.TAKING)
                .map(offer -> new Accepted(offer, wishes.find(offer.wish()).orElseThrow()));
    }

    /** The places are booked: all who go together go in with them, or none. Whoever comes second finds it done. */
    void take(OfferId id, Booked booked) {
        var offer = offers.find(id).orElseThrow();
        var wish = wishes.lock(offer.wish()).orElseThrow();
        if (offers.move(id, State.TAKING, State.TAKEN, clock.instant())) {
            var party = booked.places().stream()
                    .map(place -> new PlacedDesk.Placed(place.application(), place.appointment()))
                    .toList();
            placed.handIn(wish.account(), offer.office(), offer.slot(), party);
            endings.end(wish, Why.PLACED);
        }
    }

    /** The rules of booking did not allow it any more, so the places are the next one's. */
    void lose(OfferId id) {
        var offer = offers.find(id).orElseThrow();
        wishes.lock(offer.wish());
        if (endings.missed(offer, State.TAKING, State.LOST)) {
            endings.giveBack(id);
        }
    }

    /** One of those who go together could not go in, so none does. */
    void lose(OfferId id, Booked booked) {
        booked.places().forEach(place -> booking.release(place.appointment()));
        lose(id);
    }

    /** Accepted offers whose node seems to have died on the way. */
    @Transactional(readOnly = true)
    List<OfferId> unfinished() {
        return offers.unfinished(clock.instant().minus(USUALLY_FINISHED));
    }

    /** Says once more, some time before the deadline, that an offer waits for an answer; gives how many. */
    int remind() {
        var ending = offers.takeEnding(clock.instant());
        ending.forEach(offer -> events.publishEvent(new OfferEnding(offer)));
        return ending.size();
    }

    /** Ends offers that nobody answered and whose places went another way, as when a window was closed. */
    int endForgotten() {
        var forgotten = offers.takeForgotten(clock.instant().minus(FORGOTTEN));
        forgotten.forEach(offer -> endings.missed(offer, State.OPEN, State.TIMED_OUT));
        return forgotten.size();
    }
}
