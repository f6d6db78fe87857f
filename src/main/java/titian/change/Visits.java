package titian.change;

import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Finds visits with all that decides how they may be changed. */
@Component
class Visits {

    private final ApplicationDesk applications;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final Clock clock;

    Visits(ApplicationDesk applications, BookingDesk booking, OfficeDesk offices, Clock clock) {
        this.applications = applications;
        this.booking = booking;
        this.offices = offices;
        this.clock = clock;
    }

    /** The visit of one's own application; to anyone else, and before there is a visit, it does not exist. */
    Visit mine(ApplicationId application, SignedIn me) {
        return applications
                .summary(application)
                .filter(found -> found.account().equals(me.account()))
                .flatMap(this::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Optional<Visit> find(ApplicationId application) {
        return applications.summary(application).flatMap(this::of);
    }

    private Optional<Visit> of(Summary application) {
        return Optional.ofNullable(application.appointment())
                .flatMap(booking::find)
                .flatMap(appointment -> of(application, appointment));
    }

    private Optional<Visit> of(Summary application, Appointment appointment) {
        return offices.find(appointment.office())
                .map(office -> new Visit(
                        application,
                        appointment,
                        office,
                        booking.changeRule(appointment),
                        offices.policy(office.id(), office.day(clock.instant())).assignment()));
    }
}
