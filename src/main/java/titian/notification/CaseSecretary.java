package titian.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.casework.Prospect;
import titian.casework.ProspectDesk;
import titian.interview.DecisionDesk;
import titian.notification.Letter.Attachment;
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.web.Words;

/** Writes to people about their papers that were checked. What has been mended, or checked again, makes no letter. */
@Component
class CaseSecretary {

    private final ProspectDesk prospects;
    private final DecisionDesk decisions;
    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final String address;

    CaseSecretary(
            ProspectDesk prospects,
            DecisionDesk decisions,
            AccountDesk accounts,
            ApplicationDesk applications,
            BookingDesk bookings,
            OfficeDesk offices,
            @Value("${titian.address}") String address) {
        this.prospects = prospects;
        this.decisions = decisions;
        this.accounts = accounts;
        this.applications = applications;
        this.bookings = bookings;
        this.offices = offices;
        this.address = address;
    }

    Optional<Outgoing> returned(ApplicationId id) {
        return papers(id, Prospect.State.TO_MEND, "notification.papers-returned");
    }

    Optional<Outgoing> unmended(ApplicationId id) {
        return papers(id, Prospect.State.TO_MEND, "notification.papers-unmended");
    }

    Optional<Outgoing> ready(ApplicationId id) {
        return papers(id, Prospect.State.READY, "notification.papers-ready");
    }

    Optional<Outgoing> turnedDown(ApplicationId id) {
        return papers(id, Prospect.State.REFUSED, "notification.turned-down");
    }

    /** What was decided on an examination, and the paper that says so. */
    Optional<Outgoing> decided(ApplicationId id) {
        return decisions
                .paper(id)
                .flatMap(paper -> applications
                        .summary(id)
                        .flatMap(about -> accounts.contact(about.account()).map(to -> decided(to, about, paper))));
    }

    private Outgoing decided(Contact to, Summary about, byte[] paper) {
        var words = Words.in(to.language());
        var occasion = "notification.examination";
        var facts = List.of(
                new Fact(
                        words.text(occasion + ".outcome"),
                        decisions.said(about.id(), words).orElse(""),
                        true),
                new Fact(
                        words.text(occasion + ".why"), decisions.why(about.id()).orElse(""), false),
                new Fact(words.text("notification.applicant"), about.applicantName(), false));
        var letter = new Letter(
                words.text(occasion + ".subject"),
                words.text("notification.greeting.name", to.name()),
                List.of(words.text(occasion + ".opening")),
                facts,
                List.of(words.text(occasion + ".closing")),
                new Link(words.text(occasion + ".link"), address + "/permohonan/" + about.id() + "/keputusan"));
        return new Outgoing(to, words, letter, List.of())
                .with(new Attachment(words.text(occasion + ".file"), "application/pdf", paper));
    }

    private Optional<Outgoing> papers(ApplicationId id, Prospect.State state, String occasion) {
        return prospects
                .of(id)
                .filter(prospect -> prospect.state() == state)
                .flatMap(prospect -> applications
                        .summary(id)
                        .flatMap(about -> visit(about)
                                .flatMap(visit -> offices.find(visit.office())
                                        .flatMap(office -> accounts.contact(about.account())
                                                .map(to -> papers(to, occasion, about, prospect, visit, office))))));
    }

    private Optional<Appointment> visit(Summary about) {
        return Optional.ofNullable(about.appointment()).flatMap(bookings::find);
    }

    private Outgoing papers(
            Contact to, String occasion, Summary about, Prospect prospect, Appointment visit, Office office) {
        var words = Words.in(to.language());
        var facts = new ArrayList<Fact>();
        for (var fault : prospect.faults()) {
            var note = fault.note() == null ? "" : " " + fault.note();
            var why = prospect.isRefused()
                    ? words.text(fault.reason()) + "."
                    : fault.told(words) + " " + fault.mended(words);
            facts.add(new Fact(words.text(fault.paper()), why + note, false));
        }
        if (prospect.mendBy() != null) {
            facts.add(new Fact(words.text(occasion + ".until"), moment(prospect.mendBy(), office, words), true));
        }
        facts.add(new Fact(words.text(occasion + ".visit"), moment(visit.startsAt(), office, words), false));
        facts.add(new Fact(words.text(occasion + ".office"), office.name(), false));
        facts.add(new Fact(words.text("notification.applicant"), about.applicantName(), false));
        var path = prospect.isToMend() ? prospect.address() : "/permohonan/" + about.id();
        var letter = new Letter(
                words.text(occasion + ".subject"),
                words.text("notification.greeting.name", to.name()),
                List.of(words.text(occasion + ".opening")),
                List.copyOf(facts),
                List.of(words.text(occasion + ".closing")),
                new Link(words.text(occasion + ".link"), address + path));
        return new Outgoing(to, words, letter, List.of());
    }

    private static String moment(Instant at, Office office, Words words) {
        return words.shortDay(office.day(at)) + ", " + words.hour(at, office.zone()) + " " + words.zone(office.zone());
    }
}
