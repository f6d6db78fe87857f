package titian.change;

import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import titian.booking.AppointmentState;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** What somebody can do who did not come. */
@Controller
class MissedController {

    private final Visits visits;
    private final OfficeDesk offices;

    MissedController(Visits visits, OfficeDesk offices) {
        this.visits = visits;
        this.offices = offices;
    }

    @GetMapping("/permohonan/{id}/terlewat")
    ModelAndView show(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var visit = visits.mine(id, me);
        return visit.appointment().state() == AppointmentState.NO_SHOW
                ? new ModelAndView("change/missed").addObject("visit", visit).addObject("next", next(visit))
                : Pages.overview(visit);
    }

    /** The day from which on the person may hand in another application. */
    private LocalDate next(Visit visit) {
        var booked = visit.day(visit.appointment().bookedAt());
        return booked.plusDays(offices.policy(visit.office().id(), booked).daysBetweenApplications());
    }
}
