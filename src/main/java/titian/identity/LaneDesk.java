package titian.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDiscarded;
import titian.application.ApplicationScheduled;
import titian.booking.BookingDesk;
import titian.capacity.PeopleMoved;
import titian.change.VisitMoved;
import titian.form.NumberChecked;
import titian.form.NumberDesk;
import titian.identity.Lanes.After;
import titian.queue.Officer;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/** Where numbers in doubt are kept, looked at and settled. */
@Service
@Transactional
class LaneDesk {

    private final Lanes lanes;
    private final NumberDesk numbers;
    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LaneDesk(
            Lanes lanes,
            NumberDesk numbers,
            ApplicationDesk applications,
            BookingDesk bookings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lanes = lanes;
        this.numbers = numbers;
        this.applications = applications;
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that wrote the check down. */
    @EventListener
    void on(NumberChecked checked) {
        if (checked.confirmed()) {
            lanes.confirm(checked.application(), checked.outcome(), checked.at());
        } else {
            lanes.open(checked.application(), checked.outcome(), checked.differing(), checked.at());
            expect(checked.application());
        }
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        expect(scheduled.application());
    }

    @EventListener
    void on(VisitMoved moved) {
        expect(moved.application());
    }

    @EventListener
    void on(PeopleMoved moved) {
        moved.applications().forEach(this::expect);
    }

    @EventListener
    void on(ApplicationDiscarded discarded) {
        lanes.forget(discarded.application());
    }

    private void expect(ApplicationId application) {
        applications
                .summary(application)
                .flatMap(summary -> Optional.ofNullable(summary.appointment()))
                .flatMap(bookings::find)
                .ifPresent(visit -> lanes.expect(application, visit.office(), visit.startsAt()));
    }

    /**
     * What is open at an office: first for those who come today or later, the next on top, then for those who came, the
     * last on top.
     *
     * @param from  whoever came before is not listed any more
     * @param after where the list goes on; nothing at its beginning
     */
    @Transactional(readOnly = true)
    List<Lane> open(OfficeId office, Instant today, Instant from, @Nullable After after, int most) {
        var beginning = After.before(today);
        if (after != null && after.visitAt().isBefore(today)) {
            return lanes.past(office, from, after, most);
        }
        var coming = lanes.coming(office, after == null ? beginning : after, most);
        return Stream.concat(coming.stream(), lanes.past(office, from, beginning, most - coming.size()).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<Lane> find(ApplicationId application) {
        return lanes.find(application);
    }

    /** Some that are due to be asked about again; they are put off with that. */
    List<Lane> takeDue(int most) {
        return lanes.takeDue(clock.instant(), most);
    }

    /**
     * The officer has seen the papers and says why the number is this person's.
     *
     * @return false if it is not of the officer's office, or has been settled already
     */
    boolean settle(Officer officer, ApplicationId application, SettlingReason reason, @Nullable String note) {
        var lane = lanes.find(application).filter(found -> officer.office().equals(found.office()));
        if (lane.isEmpty() || !lanes.settle(application, officer.account(), reason, note, clock.instant())) {
            return false;
        }
        events.publishEvent(new Act(
                "NIK_SETTLED", "application", application.toString(), lane.get().outcome(), "SETTLED", reason.name()));
        numbers.settle(application);
        return true;
    }
}
