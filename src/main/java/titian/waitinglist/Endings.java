package titian.waitinglist;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.booking.OfferId;
import titian.live.LiveEvents;
import titian.platform.Tasks;
import titian.shared.ApplicationId;
import titian.slot.SlotId;
import titian.waitinglist.Offer.State;
import titian.waitinglist.Wish.Why;

/**
 * How offers and wishes end, in the caller's transaction, which holds the wish. Places that are given up go back by a
 * task of their own afterwards: whoever holds a wish waits for no place, so nobody waits for the other in a circle.
 */
@Component
class Endings {

    static final TaskDescriptor<GivenUp> GIVE_BACK = TaskDescriptor.of("waiting-list-give-back", GivenUp.class);

    /** Places that are kept under this name are given up. */
    record GivenUp(UUID offer) {}

    private final Wishes wishes;
    private final Offers offers;
    private final Gatherings gatherings;
    private final Rules rules;
    private final Tasks tasks;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endings(
            Wishes wishes,
            Offers offers,
            Gatherings gatherings,
            Rules rules,
            Tasks tasks,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.gatherings = gatherings;
        this.rules = rules;
        this.tasks = tasks;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** Ends a wish that waits no more; what was gathered for it goes to others. */
    void end(Wish wish, Why why) {
        move(wish, wish.state(), Wish.State.ENDED, why);
        wishes.leave(wish.id());
        giveBackGathered(wish.id());
        tell(wish.members());
    }

    /** Keeps the position, and makes no offers until they say that they still wait. */
    void pause(Wish wish, Why why) {
        move(wish, wish.state(), Wish.State.PAUSED, why);
        giveBackGathered(wish.id());
        tell(wish.members());
        events.publishEvent(new WishPaused(wish.id()));
    }

    private void move(Wish wish, Wish.State from, Wish.State to, Why why) {
        if (!wishes.move(wish.id(), from, to, why, clock.instant())) {
            throw new IllegalStateException("a locked wish was moved: " + wish);
        }
    }

    /** An offer came to nothing: its person waits on, unless that happened too often in a row. */
    boolean missed(Offer offer, State from, State to) {
        var now = clock.instant();
        if (!offers.move(offer.id(), from, to, now)) {
            return false;
        }
        var wish = wishes.find(offer.wish()).orElseThrow();
        if (wishes.miss(wish.id())
                >= rules.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).missed()) {
            pause(wish, Why.MISSED);
            return true;
        }
        wishes.move(wish.id(), Wish.State.OFFERED, Wish.State.WAITING, null, now);
        tell(wish.members());
        if (to == State.TIMED_OUT) {
            events.publishEvent(new OfferMissed(offer.id()));
        }
        return true;
    }

    /** What was gathered for a group that does not need it any more goes to others. */
    void giveBackGathered(WishId wish) {
        for (var gathering : gatherings.of(wish)) {
            endGathering(gathering.slot());
            giveBack(gathering.share());
        }
    }

    void endGathering(SlotId slot) {
        gatherings.end(slot);
    }

    /** Places that were kept are given up as soon as this has been committed. */
    void giveBack(OfferId offer) {
        tasks.soon(GIVE_BACK, offer.toString(), new GivenUp(offer.value()));
    }

    void tell(List<ApplicationId> members) {
        members.forEach(member -> live.changed(ApplicationDesk.topic(member)));
    }
}
