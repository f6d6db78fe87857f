package titian.submission;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.KeptPlace;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.submission.PlacedDesk.Placed;

/** Where somebody who paid late takes the place that was kept for them. */
@Service
@Transactional
public class KeptDesk {

    private final ApplicationDesk applications;
    private final DraftDesk drafts;
    private final BookingDesk booking;
    private final PlacedDesk placed;
    private final Clock clock;

    KeptDesk(ApplicationDesk applications, DraftDesk drafts, BookingDesk booking, PlacedDesk placed, Clock clock) {
        this.applications = applications;
        this.drafts = drafts;
        this.booking = booking;
        this.placed = placed;
        this.clock = clock;
    }

    /** The visit that is kept for the account's application, as long as it is; what has begun is nobody's to take. */
    @Transactional(readOnly = true)
    public Optional<Appointment> find(ApplicationId id, AccountId account) {
        return drafts.find(id, account)
                .flatMap(_ -> applications.keptPlace(id))
                .map(KeptPlace::appointment)
                .flatMap(booking::find)
                .filter(visit -> clock.instant().isBefore(visit.startsAt()));
    }

    /**
     * Takes the place that is kept: the visit is certain, and nothing is to be paid. Taking twice is taking once.
     *
     * @throws ApplicationRefused if the place is no longer kept, or the form does not go with it any more
     */
    public void take(ApplicationId id, AccountId account) {
        find(id, account)
                .ifPresent(visit ->
                        placed.handIn(account, visit.office(), visit.slot(), List.of(new Placed(id, visit.id()))));
    }
}
