package titian.pass;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.casework.ProspectDesk;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.web.Papers;
import titian.web.Words;

/** Where passes are written: for the screen, for paper, for a calendar. */
@Service
public class PassDesk {

    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final Preparation preparation;
    private final ProspectDesk prospects;
    private final Papers papers;
    private final Clock clock;
    private final String address;

    PassDesk(
            ApplicationDesk applications,
            BookingDesk bookings,
            OfficeDesk offices,
            Preparation preparation,
            ProspectDesk prospects,
            Papers papers,
            Clock clock,
            @Value("${titian.address}") String address) {
        this.applications = applications;
        this.bookings = bookings;
        this.offices = offices;
        this.preparation = preparation;
        this.prospects = prospects;
        this.papers = papers;
        this.clock = clock;
        this.address = address;
    }

    /**
     * The pass as a paper of one page (PDF, A4), in the language the applicant chose.
     *
     * @throws IllegalStateException if the application has no appointment
     */
    public byte[] pdf(ApplicationId application) {
        var summary =
                applications.summary(application).orElseThrow(() -> new IllegalStateException("no " + application));
        var pass = find(summary).orElseThrow(() -> new IllegalStateException("no appointment for " + application));
        return pdf(pass, Words.in(summary.language()));
    }

    /**
     * The visit as a calendar file, in the language the applicant chose: opened again after a change it replaces the
     * entry there was, and after a cancellation it takes it away.
     *
     * @throws IllegalStateException if the application has no appointment
     */
    public byte[] calendar(ApplicationId application) {
        var summary =
                applications.summary(application).orElseThrow(() -> new IllegalStateException("no " + application));
        var pass = find(summary).orElseThrow(() -> new IllegalStateException("no appointment for " + application));
        return calendar(pass, Words.in(summary.language()));
    }

    byte[] calendar(Pass pass, Words words) {
        return new CalendarFile(pass, words, address, clock.instant()).text().getBytes(UTF_8);
    }

    byte[] pdf(Pass pass, Words words) {
        return papers.pdf(
                "pass/passpaper", Map.of("pass", pass, "words", words, "mark", papers.picture("icon-192.png")));
    }

    /** The pass of an application; empty while it has no appointment. */
    Optional<Pass> find(ApplicationDesk.Summary application) {
        return Optional.ofNullable(application.appointment())
                .flatMap(bookings::find)
                .flatMap(appointment -> offices.find(appointment.office())
                        .map(office -> Pass.of(
                                application,
                                appointment,
                                office,
                                preparation.needs(application),
                                preparation.company(application).orElse(null),
                                preparation.counter(application),
                                prospects.of(application.id()).orElse(null),
                                clock.instant())));
    }
}
