package titian.issuance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.application.Reference;
import titian.issuance.Passport.State;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Notice;
import titian.web.ShowsPeople;

/** The counter where passports are handed over: which are being made, which lie ready, and the one somebody asks for. */
@Controller
@RequestMapping("/petugas/paspor")
class PickupController {

    private static final String HOME = "redirect:/petugas/paspor";

    private final PickupDesk desk;
    private final DraftDesk applications;
    private final OfficeDesk offices;

    PickupController(PickupDesk desk, DraftDesk applications, OfficeDesk offices) {
        this.desk = desk;
        this.applications = applications;
        this.offices = offices;
    }

    /** A passport with whose it is, for officers of that office only. */
    record Line(Passport passport, PassportApplication application) {

        @Override
        public String toString() {
            return "passport of " + passport.application();
        }
    }

    @ShowsPeople(Errand.HANDING_OVER)
    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        var officer = Officer.of(me);
        page.addAttribute("office", office(officer));
        page.addAttribute("ready", lines(desk.of(officer, State.READY)));
        page.addAttribute("made", lines(desk.of(officer, State.MADE)));
        return "issuance/passports";
    }

    /** What is typed stands in no address. */
    @PostMapping("/cari")
    String find(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        var found = Reference.read(typed)
                .flatMap(applications::find)
                .filter(id -> desk.find(officer, id).isPresent());
        if (found.isEmpty()) {
            next.addFlashAttribute("notice", Notice.warning("issuance.notice.no-such"));
            return HOME;
        }
        return HOME + "/" + found.get();
    }

    @ShowsPeople(Errand.HANDING_OVER)
    @GetMapping("/{application}")
    String show(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Model page) {
        var officer = Officer.of(me);
        var found = desk.find(officer, application).orElseThrow(PickupController::missing);
        page.addAttribute("office", office(officer));
        page.addAttribute("line", line(found));
        return "issuance/passport";
    }

    @PostMapping("/{application}")
    String step(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "langkah", required = false) @Nullable String step,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        if (desk.find(officer, application).isEmpty()) {
            throw missing();
        }
        var done = switch (step == null ? "" : step) {
            case "siap" -> desk.ready(officer, application);
            case "serahkan" -> desk.handOver(officer, application);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        next.addFlashAttribute(
                "notice", done ? Notice.done("issuance.notice." + step) : Notice.warning("issuance.notice.not-open"));
        return HOME + "/" + application;
    }

    private List<Line> lines(List<Passport> passports) {
        return passports.stream().map(this::line).toList();
    }

    private Line line(Passport passport) {
        return new Line(passport, applications.find(passport.application()).orElseThrow());
    }

    private Office office(Officer officer) {
        return offices.find(officer.office()).orElseThrow();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
