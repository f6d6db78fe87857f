package titian.walkin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationRefused;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.queue.QueueDesk;
import titian.queue.TicketId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.Slot;

/**
 * Where officers give somebody a place that is set aside. The place is held first, in booking's own way; then, in one
 * transaction, it is confirmed, the application begins, and whoever comes for an hour of today gets a number: all of it
 * or nothing. Should the program die in between, pressing again finds the same place, and one nobody comes back for
 * goes back by itself.
 */
@Service
class WalkInDesk {

    /** Longer than confirming takes, even if the program is started anew in between. */
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private final WalkIns walkIns;
    private final BeginningDesk beginning;
    private final BookingDesk booking;
    private final QueueDesk queue;
    private final OfficeDesk offices;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WalkInDesk(
            WalkIns walkIns,
            BeginningDesk beginning,
            BookingDesk booking,
            QueueDesk queue,
            OfficeDesk offices,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.walkIns = walkIns;
        this.beginning = beginning;
        this.booking = booking;
        this.queue = queue;
        this.offices = offices;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What this station of the office gave somebody. */
    Optional<WalkIn> find(UUID id, Station station, OfficeId office) {
        return walkIns.find(id, station, office, null).filter(WalkIn::isSettled);
    }

    /** What a partner gave somebody at the office. */
    Optional<WalkIn> find(UUID id, Giver giver) {
        return walkIns.find(id, Station.PARTNER, giver.office(), giver.partner())
                .filter(WalkIn::isSettled);
    }

    /** Gives somebody a place of the officer's own office. */
    WalkIn register(Registration asked, Officer officer) {
        return register(asked, new Giver(officer, null));
    }

    /**
     * Gives somebody a place. The same page sent again gives the same answer.
     *
     * @throws BookingRefused if the rules of booking do not allow it
     * @throws ApplicationRefused if the person has an application under way, or the form cannot go in
     * @throws WalkInRefused if the place or the form is gone, the page was used for somebody else, or the person is too
     *     young or too old to go first for that
     */
    WalkIn register(Registration asked, Giver giver) {
        refuseUnlessOfTheGroup(asked, giver.office());
        transactions.executeWithoutResult(_ -> walkIns.begin(asked.key(), asked.station(), giver, clock.instant()));
        var begun = walkIns.find(asked.key(), asked.station(), giver.office(), giver.partner())
                .orElseThrow(WalkInRefused.PageUsed::new);
        if (begun.isSettled()) {
            return same(begun, asked);
        }
        beginning.refuseIfLive(asked.comer(), begun);
        var slot = booking.slot(asked.slot()).orElseThrow(WalkInRefused.PlaceGone::new);
        var appointment = booking.book(request(asked, begun, slot)).first();
        return Objects.requireNonNull(transactions.execute(_ -> settle(asked, giver.officer(), slot, appointment)));
    }

    private void refuseUnlessOfTheGroup(Registration asked, OfficeId office) {
        var today = offices.find(office).orElseThrow().day(clock.instant());
        if (asked.group() != null && !asked.group().mayHold(asked.comer().birthDate(), today)) {
            throw new WalkInRefused.NotOfTheGroup(asked.group());
        }
    }

    private WalkIn same(WalkIn settled, Registration asked) {
        if (!beginning.isSame(settled, asked.comer().nik())) {
            throw new WalkInRefused.PageUsed();
        }
        return settled;
    }

    private BookingRequest request(Registration asked, WalkIn begun, Slot slot) {
        var office = offices.find(begun.office()).orElseThrow();
        var policy = offices.policy(office.id(), office.day(clock.instant()));
        var makesBook = asked.comer().service().makesBook();
        var terms = Terms.heldUntil(clock.instant().plus(A_MOMENT))
                .within(office.id(), ServiceLane.PASSPORT, asked.station().channel())
                .daysBetween(makesBook ? policy.daysBetweenApplications() : 0)
                .untilItEnds(slot);
        return new BookingRequest(
                "walk-in " + begun.id(),
                BeginningDesk.account(asked.comer(), begun),
                List.of(BeginningDesk.member(asked.comer(), begun)),
                slot.id(),
                null,
                terms);
    }

    private WalkIn settle(Registration asked, Officer officer, Slot slot, AppointmentId appointment) {
        var begun = walkIns.lock(asked.key());
        if (begun.isSettled()) {
            return same(begun, asked);
        }
        var member = BeginningDesk.member(asked.comer(), begun);
        beginning.begin(asked.comer(), begun, asked, appointment);
        var ticket = isForNow(asked.station(), slot) ? letIn(appointment, officer) : null;
        var settled = new WalkIn(
                begun.id(),
                begun.office(),
                BeginningDesk.account(asked.comer(), begun),
                member.application(),
                appointment,
                ticket);
        walkIns.settle(settled, asked.group());
        events.publishEvent(Act.of(act(asked.station()), "application", member.application()));
        return settled;
    }

    /** What the audit calls it. Why somebody goes first is their own affair and stands beside the place only. */
    private static String act(Station station) {
        return switch (station) {
            case DOOR -> "PRIORITY_PLACE_GIVEN";
            case SERVICE -> "ASSISTED_PLACE_GIVEN";
            case PARTNER -> "PARTNER_PLACE_GIVEN";
        };
    }

    private boolean isForNow(Station station, Slot slot) {
        var office = offices.find(slot.office()).orElseThrow();
        return station == Station.DOOR && office.day(slot.startsAt()).equals(office.day(clock.instant()));
    }

    private @Nullable TicketId letIn(AppointmentId appointment, Officer officer) {
        var code = booking.find(appointment).orElseThrow().code();
        return queue.checkIn(code, officer).id();
    }
}
