package titian.queue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import titian.booking.BookingDesk;
import titian.office.OfficeDesk;
import titian.shared.SignedIn;

/** The office's day as its administrator sees it: how many are expected and came, which counters are open. */
@Controller
@RequestMapping("/petugas/kantor")
class OfficeDayController {

    /** The day in figures, and who sits where. */
    record Overview(
            Today.At here,
            long booked,
            Days.Figures figures,
            List<OfficeDesk.Counter> counters,
            Map<Integer, Duty> duties) {

        int arrived() {
            return figures.waiting() + figures.called() + figures.done() + figures.missed();
        }
    }

    private final OfficeDesk offices;
    private final BookingDesk bookings;
    private final Days days;
    private final Duties duties;
    private final Today today;

    OfficeDayController(OfficeDesk offices, BookingDesk bookings, Days days, Duties duties, Today today) {
        this.offices = offices;
        this.bookings = bookings;
        this.days = days;
        this.duties = duties;
        this.today = today;
    }

    @GetMapping
    String day(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("overview", overview(me));
        return "queue/office";
    }

    /** The live part of the page. */
    @GetMapping("/isi")
    String part(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("overview", overview(me));
        return "queue/overview";
    }

    private Overview overview(SignedIn me) {
        var here = today.at(Officer.of(me).office());
        var office = here.office().id();
        var booked = bookings.arrivals(office, here.day()).size();
        Map<Integer, Duty> seated =
                duties.at(office).stream().collect(Collectors.toMap(Duty::counter, Function.identity()));
        return new Overview(here, booked, days.figures(office, here.day()), offices.counters(office), seated);
    }
}
