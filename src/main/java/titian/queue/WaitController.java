package titian.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** The applicant's own number, to wait with elsewhere than in the hall. */
@Controller
@RequestMapping("/antrean/{application}")
class WaitController {

    /** What an applicant sees of the queue: nothing before they came in. */
    record Wait(
            ApplicationId application,
            String topic,
            @Nullable Ticket ticket,
            Today.@Nullable At here,
            int ahead,
            @Nullable Estimate estimate) {

        /** Which of the texts tells where they stand. */
        String key() {
            return "queue.wait." + (ticket == null ? "NONE" : ticket.state());
        }
    }

    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final Tickets tickets;
    private final Days days;
    private final Duties duties;
    private final Today today;

    WaitController(
            ApplicationDesk applications,
            BookingDesk bookings,
            Tickets tickets,
            Days days,
            Duties duties,
            Today today) {
        this.applications = applications;
        this.bookings = bookings;
        this.tickets = tickets;
        this.days = days;
        this.duties = duties;
        this.today = today;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn me, @PathVariable ApplicationId application, Model page) {
        page.addAttribute("wait", wait(me, application));
        return "queue/waiting";
    }

    /** The live part of the page. */
    @GetMapping("/isi")
    String part(@AuthenticationPrincipal SignedIn me, @PathVariable ApplicationId application, Model page) {
        page.addAttribute("wait", wait(me, application));
        return "queue/wait";
    }

    private Wait wait(SignedIn me, ApplicationId application) {
        var summary = applications
                .summary(application)
                .filter(found -> found.account().equals(me.account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return tickets.of(application)
                .map(ticket -> after(application, ticket))
                .orElseGet(() -> new Wait(application, expectedAt(summary), null, null, 0, null));
    }

    private Wait after(ApplicationId application, Ticket ticket) {
        var here = today.at(ticket.office());
        var ahead = days.ahead(ticket);
        var pace = days.figures(ticket.office(), ticket.day()).service();
        var counters = duties.at(ticket.office()).size();
        var estimate = Estimate.of(ahead, counters, pace, here.now());
        return new Wait(application, QueueDesk.topic(ticket.office()), ticket, here, ahead, estimate);
    }

    /** What to watch before there is a number: the office where the visit is booked. */
    private String expectedAt(ApplicationDesk.Summary summary) {
        return Optional.ofNullable(summary.appointment())
                .flatMap(bookings::find)
                .map(appointment -> QueueDesk.topic(appointment.office()))
                .orElse("application:" + summary.id());
    }
}
