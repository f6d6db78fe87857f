package titian.capacity;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.office.PlanningDesk;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;

/** An office's plan at a glance: its week, what is planned, special days, outages, and who is to be moved. */
@Controller
class PlanController {

    static final String HOME = "/petugas/kapasitas";

    private static final int DAYS_SHOWN = 120;

    private final PlanningDesk planning;
    private final DisplacedDesk displaced;
    private final Here here;

    PlanController(PlanningDesk planning, DisplacedDesk displaced, Here here) {
        this.planning = planning;
        this.displaced = displaced;
        this.here = here;
    }

    @GetMapping(HOME)
    String plan(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "jalur", defaultValue = "PASSPORT") ServiceLane lane,
            Model page) {
        var at = here.of(me);
        var office = at.office().id();
        page.addAttribute("here", at);
        page.addAttribute("lane", lane);
        page.addAttribute("week", planning.week(office, lane, at.today()));
        page.addAttribute("versions", planning.versions(office, lane, at.today()));
        page.addAttribute(
                "days", planning.specialDays(office, at.today(), at.today().plusDays(DAYS_SHOWN)));
        page.addAttribute("outages", planning.outages(office, at.today()));
        page.addAttribute("cap", planning.cap(office, at.today()).orElse(null));
        page.addAttribute("open", displaced.open(office));
        return "capacity/plan";
    }

    static Optional<ServiceLane> lane(String typed) {
        return Stream.of(ServiceLane.values())
                .filter(lane -> lane.name().equals(typed))
                .findFirst();
    }
}
