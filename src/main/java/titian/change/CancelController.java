package titian.change;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.booking.BookingRefused;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** "Batalkan janji temu": what happens to fee, form and place is said first; then the visit is given up. */
@Controller
class CancelController {

    private final Visits visits;
    private final ChangeDesk desk;
    private final Pages pages;

    CancelController(Visits visits, ChangeDesk desk, Pages pages) {
        this.visits = visits;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/permohonan/{id}/batal")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var visit = visits.mine(id, me);
        if (!visit.isAhead()) {
            return Pages.overview(visit);
        }
        return visit.rule().inTime() ? pages.cancel(visit) : pages.closed(visit, Closed.TOO_LATE, HttpStatus.OK);
    }

    /** Pressing twice is cancelling once: what is cancelled already is shown as it stands. */
    @PostMapping("/permohonan/{id}/batal")
    ModelAndView cancel(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var visit = visits.mine(id, me);
        if (!visit.isAhead()) {
            return Pages.overview(visit);
        }
        try {
            desk.cancel(visit);
            return Pages.overview(visit);
        } catch (BookingRefused.TooLate _) {
            return pages.closed(visit, Closed.TOO_LATE, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (BookingRefused.NotConfirmed _) {
            return Pages.overview(visit);
        }
    }
}
