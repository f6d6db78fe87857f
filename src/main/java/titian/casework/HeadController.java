package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.ApplicationRefused;
import titian.application.PassportApplication;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Notice;
import titian.web.ShowsPeople;

/** What comes before the head of a section: refusals that want a second person, and files past their deadline. */
@Controller
@RequestMapping("/petugas/berkas/atasan")
class HeadController {

    private static final String HERE = "redirect:/petugas/berkas/atasan";

    /** A file with the person it is about and the officer it came from. */
    record Line(CaseFile file, PassportApplication application, String officer) {

        /** What went back is due when it should be mended. */
        Instant due() {
            return file.standing() instanceof Standing.Returned returned ? returned.repairBy() : file.dueAt();
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** The page: what is to be decided, and what is late. */
    record Shown(Office office, Instant now, List<Line> proposed, List<Line> late) {

        @Override
        public String toString() {
            return "what comes before the head at " + office.id();
        }
    }

    private final RefusalDesk desk;
    private final Names names;
    private final Refusals refusals;
    private final OfficeDesk offices;
    private final Clock clock;

    HeadController(RefusalDesk desk, Names names, Refusals refusals, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.names = names;
        this.refusals = refusals;
        this.offices = offices;
        this.clock = clock;
    }

    @ShowsPeople(Errand.SUPERVISION)
    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model page) {
        var officer = Officer.of(me);
        var office = offices.find(officer.office()).orElseThrow();
        page.addAttribute(
                "shown",
                new Shown(
                        office,
                        clock.instant(),
                        lines(desk.proposed(office.id()), officer),
                        lines(desk.late(office.id()), officer)));
        return "casework/head";
    }

    private List<Line> lines(List<ApplicationId> ids, Officer officer) {
        return ids.stream()
                .flatMap(id -> desk.find(id, officer).stream())
                .flatMap(file -> names.application(file.application()).stream()
                        .map(application -> new Line(file, application, names.officer(whose(file)))))
                .toList();
    }

    private static @Nullable AccountId whose(CaseFile file) {
        return file.standing() instanceof Standing.Moved moved
                ? moved.officer()
                : file.claim() == null ? null : file.claim().officer();
    }

    @Grave
    @PostMapping("/{application}/tolak")
    String refuse(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, HERE, () -> {
            try {
                desk.refuse(Officer.of(me), application);
                next.addFlashAttribute("notice", Notice.done("casework.notice.refused"));
            } catch (ApplicationRefused _) {
                next.addFlashAttribute("notice", Notice.warning("casework.notice.came"));
            }
            return HERE;
        });
    }

    @PostMapping("/{application}/periksa")
    String decline(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, HERE, () -> {
            desk.decline(Officer.of(me), application);
            next.addFlashAttribute("notice", Notice.done("casework.notice.declined"));
            return HERE;
        });
    }
}
