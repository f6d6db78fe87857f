package titian.capacity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.web.Errand;
import titian.web.ShowsPeople;

/** The worklist of people to be moved: who has yet to choose, and what became of the others. */
@Controller
class PeopleController {

    /** One party, for administrators of its office only. */
    record Line(
            Relocation relocation, String names, @Nullable Instant proposed) {

        String state() {
            return "capacity.people." + relocation.state();
        }

        @Override
        public String toString() {
            return relocation.toString();
        }
    }

    private final DisplacedDesk displaced;
    private final BookingDesk bookings;
    private final ApplicationDesk applications;
    private final Here here;

    PeopleController(DisplacedDesk displaced, BookingDesk bookings, ApplicationDesk applications, Here here) {
        this.displaced = displaced;
        this.bookings = bookings;
        this.applications = applications;
        this.here = here;
    }

    @ShowsPeople(Errand.PLANNING)
    @GetMapping("/petugas/kapasitas/dipindahkan")
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        var at = here.of(me);
        List<Line> lines =
                displaced.of(at.office().id()).stream().map(this::line).toList();
        page.addAttribute("here", at);
        page.addAttribute("lines", lines);
        return "capacity/people";
    }

    private Line line(Relocation relocation) {
        var names = bookings.together(relocation.party()).stream()
                .flatMap(one -> applications.summary(one.application()).stream())
                .map(ApplicationDesk.Summary::applicantName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        var proposed = relocation.proposed() == null
                ? null
                : bookings.slot(relocation.proposed()).map(Slot::startsAt).orElse(null);
        return new Line(relocation, names, proposed);
    }
}
