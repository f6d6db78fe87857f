package titian.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.booking.BookingDesk;
import titian.booking.FreedPlaces;
import titian.booking.OfferId;
import titian.office.DocumentsTime;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.Policy;
import titian.shared.Channel;
import titian.shared.ServiceLane;
import titian.slot.Slot;
import titian.slot.SlotId;
import titian.submission.ReadyDesk;
import titian.waitinglist.Offer.State;
import titian.waitinglist.Wish.Why;

/** Offers places that come back to those who wait, inside the transaction in which they come back. */
@Component
class Offering implements FreedPlaces {

    private final Candidates candidates;
    private final Wishes wishes;
    private final Offers offers;
    private final Gatherings gatherings;
    private final Rules rules;
    private final Endings endings;
    private final ReadyDesk ready;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final ApplicationEventPublisher events;

    Offering(
            Candidates candidates,
            Wishes wishes,
            Offers offers,
            Gatherings gatherings,
            Rules rules,
            Endings endings,
            ReadyDesk ready,
            BookingDesk booking,
            OfficeDesk offices,
            ApplicationEventPublisher events) {
        this.candidates = candidates;
        this.wishes = wishes;
        this.offers = offers;
        this.gatherings = gatherings;
        this.rules = rules;
        this.endings = endings;
        this.ready = ready;
        this.booking = booking;
        this.offices = offices;
        this.events = events;
    }

    /** What is to be shared out: places of a window, and the rules by which that is done. */
    private record Share(Slot slot, Office office, int places, Policy policy, Rule rule, Instant now) {

        LocalDate day() {
            return office.day(slot.startsAt());
        }

        /** Only what can be booked by the form, from now on and in time, is offered. */
        boolean canBeOffered() {
            return policy.documents() == DocumentsTime.UPFRONT
                    && (slot.opensAt() == null || !slot.opensAt().isAfter(now))
                    && Rule.canBeOffered(slot.startsAt(), policy.minimumNotice(), now);
        }

        Instant deadline() {
            var usual = rule.deadline(now, office.zone());
            var latest = Rule.latest(slot.startsAt(), policy.minimumNotice());
            return usual.isBefore(latest) ? usual : latest;
        }

        Instant gatheredUntil() {
            return rule.gatheredUntil(slot.startsAt(), now);
        }

        Candidates.Window seen() {
            var part = Hours.at(slot.startsAt().atZone(office.zone()).toLocalTime());
            return new Candidates.Window(office.id(), slot.id(), day(), part, policy.groupLimit());
        }
    }

    @Override
    public List<Kept> take(SlotId id, int places, Instant now) {
        candidates.oneAtATime();
        var slot = booking.slot(id)
                .filter(found -> found.lane() == ServiceLane.PASSPORT && found.channel() == Channel.PUBLIC)
                .orElse(null);
        if (slot == null) {
            return List.of();
        }
        endWhatIsOver(id, now);
        if (!candidates.anyAt(slot.office())) {
            return List.of();
        }
        var share = share(slot, places, now);
        return share.canBeOffered() ? offer(share) : List.of();
    }

    private Share share(Slot slot, int places, Instant now) {
        var office = offices.find(slot.office()).orElseThrow();
        var today = office.day(now);
        return new Share(slot, office, places, offices.policy(office.id(), today), rules.on(today), now);
    }

    /** Offers of this window that nobody answered, or that were accepted and never finished; and what was gathered. */
    private void endWhatIsOver(SlotId slot, Instant now) {
        for (var offer : offers.takeOver(slot, now, now.minus(OfferDesk.TO_FINISH))) {
            endings.missed(offer, offer.state(), offer.state() == State.OPEN ? State.TIMED_OUT : State.LOST);
        }
        gatherings.of(slot).filter(gathering -> gathering.isOver(now)).ifPresent(gathering -> {
            endings.endGathering(slot);
            candidates.countAnew(gathering.wish());
        });
    }

    private List<Kept> offer(Share share) {
        while (true) {
            var gathering = gatherings.of(share.slot().id()).orElse(null);
            var line = candidates.of(share.seen(), share.places(), gathering == null ? null : gathering.wish());
            if (gathering != null && line.stream().noneMatch(one -> one.wish().equals(gathering.wish()))) {
                endings.endGathering(gathering.slot());
                endings.giveBack(gathering.share());
                continue;
            }
            var sharing = Sharing.of(share.places(), heap(gathering), line, window(share));
            if (sharing.offered().stream().filter(one -> !isReady(one)).count() == 0) {
                return carryOut(sharing, gathering, share);
            }
        }
    }

    private static Sharing.@Nullable Heap heap(@Nullable Gathering gathering) {
        return gathering == null ? null : new Sharing.Heap(gathering.wish(), gathering.places());
    }

    private Sharing.Window window(Share share) {
        var inTime = share.gatheredUntil().isAfter(share.now());
        var mayGather = inTime
                && gatherings.windows(share.office().id(), share.now())
                        < share.rule().windows();
        return new Sharing.Window(
                share.slot().capacity(), mayGather, share.rule().passes());
    }

    /** Whoever is not ready any more leaves the line: for good, or until the application is complete again. */
    private boolean isReady(Candidate one) {
        var wish = wishes.find(one.wish()).orElseThrow();
        if (wish.members().stream().allMatch(member -> ready.find(member).isPresent())) {
            return true;
        }
        if (wish.members().stream().anyMatch(ready::isSettled)) {
            endings.end(wish, Why.ELSEWHERE);
        } else {
            endings.pause(wish, Why.UNFINISHED);
        }
        return false;
    }

    private List<Kept> carryOut(Sharing sharing, @Nullable Gathering gathering, Share share) {
        var kept = new ArrayList<Kept>();
        for (var one : sharing.offered()) {
            var gathered =
                    sharing.fromGathered() && one.equals(sharing.offered().getLast());
            kept.add(offer(one, share, gathered ? gathering : null));
        }
        if (sharing.gathersFor() != null && sharing.gathered() > 0) {
            kept.add(
                    gather(sharing.gathersFor(), sharing.gathered(), sharing.fromGathered() ? null : gathering, share));
        }
        candidates.passOver(sharing.passedOver());
        return kept;
    }

    private Kept offer(Candidate one, Share share, @Nullable Gathering gathering) {
        var slot = share.slot();
        var id = gathering == null ? OfferId.next() : gathering.share();
        var deadline = share.deadline();
        if (gathering != null) {
            endings.endGathering(slot.id());
        }
        endings.giveBackGathered(one.wish());
        offers.add(
                new Offer(
                        id,
                        one.wish(),
                        slot.office(),
                        slot.id(),
                        slot.startsAt(),
                        slot.endsAt(),
                        one.people(),
                        share.now(),
                        deadline,
                        State.OPEN),
                Rule.remindAt(share.now(), deadline));
        wishes.move(one.wish(), Wish.State.WAITING, Wish.State.OFFERED, null, share.now());
        candidates.countAnew(one.wish());
        endings.tell(wishes.find(one.wish()).orElseThrow().members());
        events.publishEvent(new PlaceOffered(id));
        return new Kept(id, one.people() - (gathering == null ? 0 : gathering.places()), deadline);
    }

    /** Begins to gather for a group, or adds to what is gathered for it. */
    private Kept gather(Candidate group, int places, @Nullable Gathering before, Share share) {
        var gathering = before != null && before.wish().equals(group.wish())
                ? before.with(places)
                : new Gathering(share.slot().id(), OfferId.next(), group.wish(), places, share.gatheredUntil());
        gatherings.put(share.office().id(), gathering);
        return new Kept(gathering.share(), places, gathering.until());
    }
}
