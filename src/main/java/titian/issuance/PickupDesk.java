package titian.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.BookingDesk;
import titian.forfeit.Forfeit;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.issuance.Passport.State;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Where an office says that a passport lies ready, and that it was handed over. In between its applicant is warned. */
@Service
@Transactional
class PickupDesk {

    static final int SHOWN = 30;

    /** A passport is issued to whoever was at the counter and is neither suspended nor refused since. */
    private static final String GOES_ON = "INTERVIEWED";

    private final Passports passports;
    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final ForfeitDesk forfeits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PickupDesk(
            Passports passports,
            ApplicationDesk applications,
            BookingDesk bookings,
            OfficeDesk offices,
            ForfeitDesk forfeits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passports = passports;
        this.applications = applications;
        this.bookings = bookings;
        this.offices = offices;
        this.forfeits = forfeits;
        this.events = events;
        this.clock = clock;
    }

    /** The counter is done with somebody. In the caller's transaction. */
    void begin(ApplicationId application) {
        applications
                .summary(application)
                .filter(about ->
                        about.stage().equals(GOES_ON) && about.requested().makesBook())
                .ifPresent(about -> Optional.ofNullable(about.appointment())
                        .flatMap(bookings::find)
                        .ifPresent(
                                visit -> passports.begin(application, visit.office(), about.speed(), clock.instant())));
    }

    /** A passport of the officer's office. */
    @Transactional(readOnly = true)
    Optional<Passport> find(Officer officer, ApplicationId application) {
        return passports.find(application, officer.office());
    }

    @Transactional(readOnly = true)
    List<Passport> of(Officer officer, State state) {
        return passports.of(officer.office(), state, SHOWN);
    }

    /**
     * It lies ready: from now on its applicant is told, and warned before the days to fetch it are over. The second time
     * nothing happens.
     *
     * @return false if it is not theirs to have: not made here, suspended, refused
     */
    boolean ready(Officer officer, ApplicationId application) {
        var about = applications.summary(application).filter(one -> one.stage().equals(GOES_ON));
        if (find(officer, application).isEmpty() || about.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (passports.ready(application, officer.account(), now)) {
            var office = offices.find(officer.office()).orElseThrow();
            forfeits.guard(atStake(about.get(), office, now));
            events.publishEvent(moved(application, State.MADE, State.READY));
        }
        return true;
    }

    private static Forfeit atStake(Summary about, Office office, Instant readyAt) {
        var over = Passport.lastDay(readyAt, office).plusDays(1).atStartOfDay(office.zone());
        return new Forfeit(about.id(), about.account(), Moment.PICKUP_ENDS, over.toInstant(), office.zone());
    }

    /** Its applicant has it. The second time nothing happens; false if it does not lie ready here. */
    boolean handOver(Officer officer, ApplicationId application) {
        var here = find(officer, application).filter(one -> one.state() != State.MADE);
        if (here.isPresent() && passports.handOver(application, officer.account(), clock.instant())) {
            forfeits.lift(application, Moment.PICKUP_ENDS);
            events.publishEvent(moved(application, State.READY, State.HANDED_OVER));
        }
        return here.isPresent();
    }

    private static Act moved(ApplicationId application, State from, State to) {
        return Act.of("PASSPORT_MOVED", "application", application).from(from.name(), to.name());
    }
}
