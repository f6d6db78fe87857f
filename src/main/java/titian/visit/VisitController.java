package titian.visit;

import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.booking.Appointment;
import titian.office.Office;
import titian.shared.OfficeId;
import titian.shared.SignedIn;

/** A visit from its beginning to its passes: what kind of office it is, the place that is held, those who come. */
@Controller
class VisitController {

    private final VisitDesk desk;
    private final Arranging arranging;

    VisitController(VisitDesk desk, Arranging arranging) {
        this.desk = desk;
        this.arranging = arranging;
    }

    /** Somebody's place, as the group's page shows it. */
    record Seat(Guest guest, Appointment appointment) {}

    @GetMapping("/janji/kantor/{office}")
    ModelAndView ask(@PathVariable OfficeId office) {
        var found = arranging.office(office);
        return arranging.takesVisits(found)
                ? new ModelAndView("visit/begin")
                        .addObject("office", found)
                        .addObject("policy", arranging.policy(found))
                : to("/jadwal/" + office);
    }

    @PostMapping("/janji/kantor/{office}")
    ModelAndView begin(@PathVariable OfficeId office, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var found = arranging.office(office);
        return arranging.takesVisits(found)
                ? to("/janji/" + desk.begin(me.account(), office, locale) + "/orang")
                : to("/jadwal/" + office);
    }

    /** Leads on to whatever is still to be said, or shows the place that is held, or those who come. */
    @GetMapping("/janji/{id}")
    ModelAndView show(@PathVariable VisitId id, @AuthenticationPrincipal SignedIn me) {
        var visit = desk.find(id, me.account());
        if (visit.guests().isEmpty()) {
            return to(visit.address("/orang"));
        }
        var places = desk.places(visit);
        return places.isEmpty()
                ? to(visit.address("/waktu"))
                : page(visit.booked() ? "visit/booked" : "visit/offer", visit, places);
    }

    private ModelAndView page(String view, Visit visit, List<Appointment> places) {
        var office = arranging.office(visit.office());
        return new ModelAndView(view)
                .addObject("visit", visit)
                .addObject("office", office)
                .addObject("seats", seats(visit, places));
    }

    private static List<Seat> seats(Visit visit, List<Appointment> places) {
        return visit.guests().stream()
                .flatMap(guest -> places.stream()
                        .filter(place -> place.application().equals(guest.application()))
                        .map(place -> new Seat(guest, place)))
                .toList();
    }

    @PostMapping("/janji/{id}/ambil")
    ModelAndView take(@PathVariable VisitId id, @AuthenticationPrincipal SignedIn me) {
        var visit = desk.find(id, me.account());
        desk.confirm(visit);
        return to(visit.address(""));
    }

    @PostMapping("/janji/{id}/lepas")
    ModelAndView letGo(@PathVariable VisitId id, @AuthenticationPrincipal SignedIn me) {
        var visit = desk.find(id, me.account());
        desk.letGo(visit);
        return to(visit.address(visit.booked() ? "" : "/waktu"));
    }

    /** The hold ran out, or somebody began another application meanwhile: the page of times says so. */
    @ExceptionHandler({VisitRefused.HoldOver.class, ApplicationRefused.AlreadyLive.class})
    ModelAndView tooLate(jakarta.servlet.http.HttpServletRequest request) {
        return to(request.getRequestURI().replaceFirst("/ambil$", "/waktu?lewat"));
    }

    static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }

    /** Whether these are all in one window. */
    static boolean isTogether(List<Seat> seats, Office office) {
        return seats.stream()
                        .map(seat -> seat.appointment().startsAt().atZone(office.zone()))
                        .distinct()
                        .count()
                <= 1;
    }
}
