package titian.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.application.ApplicationRefused;
import titian.booking.Booked;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.BookingRequest.Member;
import titian.booking.OfferId;
import titian.booking.Terms;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.ServiceLane;
import titian.submission.ReadyDesk;
import titian.waitinglist.OfferDesk.Accepted;

/**
 * Turns an accepted offer into appointments: accepted, booked, handed in, each step committed by itself and each found
 * done by whoever repeats it. Should the node die in between, any other goes on from where it stopped.
 */
@Component
class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final OfferDesk desk;
    private final ReadyDesk ready;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final Clock clock;

    Taking(OfferDesk desk, ReadyDesk ready, BookingDesk booking, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.ready = ready;
        this.booking = booking;
        this.offices = offices;
        this.clock = clock;
    }

    /** @throws WaitingListRefused if the offer is not the account's to accept any more */
    void accept(OfferId offer, AccountId account) {
        desk.accept(offer, account);
        finish(offer);
    }

    /** Goes on with those that somebody else left behind. */
    void finishAll() {
        desk.unfinished().forEach(this::finish);
    }

    void finish(OfferId offer) {
        desk.accepted(offer).ifPresent(this::finish);
    }

    private void finish(Accepted accepted) {
        var offer = accepted.offer().id();
        var members = members(accepted.wish());
        if (members.size() < accepted.wish().people()) {
            desk.lose(offer);
            return;
        }
        try {
            handIn(offer, booked(request(accepted, members), offer));
        } catch (BookingRefused.Busy busy) {
            LOG.info("Offer {} is accepted and will be booked later: {}", offer, busy.getMessage());
        } catch (BookingRefused refused) {
            LOG.info("Offer {} was accepted and is lost: {}", offer, refused.getMessage());
            desk.lose(offer);
        }
    }

    /** Who repeats the answer holds the places for a moment, as who booked them does: only what then still fails is gone. */
    private Booked booked(BookingRequest request, OfferId offer) {
        for (int left = TRIES; ; left--) {
            try {
                return booking.book(request);
            } catch (BookingRefused.OfferGone gone) {
                var kept = booking.isKept(offer);
                if (left == 0 || !kept && left < TRIES) {
                    throw gone;
                }
            }
        }
    }

    private void handIn(OfferId offer, Booked booked) {
        try {
            desk.take(offer, booked);
        } catch (ApplicationRefused refused) {
            LOG.info("Offer {} was accepted and is lost: {}", offer, refused.getMessage());
            desk.lose(offer, booked);
        }
    }

    List<Member> members(Wish wish) {
        return wish.members().stream()
                .flatMap(member -> ready.find(member).stream())
                .map(one -> new Member(one.id(), one.nik()))
                .toList();
    }

    /** The notice an office wants was kept when the offer was made; it does not count again while it is booked. */
    BookingRequest request(Accepted accepted, List<Member> members) {
        var offer = accepted.offer();
        var zone = offices.find(offer.office()).orElseThrow().zone();
        var policy = offices.policy(offer.office(), LocalDate.ofInstant(clock.instant(), zone));
        var terms = Terms.heldUntil(clock.instant().plus(LEASE))
                .within(offer.office(), ServiceLane.PASSPORT, Channel.PUBLIC)
                .daysBetween(policy.daysBetweenApplications())
                .fromOffer(offer.id());
        return new BookingRequest("offer " + offer.id(), accepted.wish().account(), members, offer.slot(), null, terms);
    }
}
