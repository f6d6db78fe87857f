package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.PassportApplication;
import titian.casework.Sieve.After;
import titian.casework.Sieve.Which;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Notice;
import titian.web.ShowsPeople;

/** The verifier's worklist: what is due first at the top, page by page, and one key to take the next. */
@Controller
class WorklistController {

    static final String HOME = "redirect:/petugas/berkas";
    static final int PAGE = 20;

    /** A line of the worklist with the person it is about, for officers of that office only. */
    record Line(Worklist.Row row, PassportApplication application, String holder) {

        @Override
        public String toString() {
            return "line of " + row.application();
        }
    }

    /** The worklist as it is shown. */
    record Shown(
            Office office,
            Instant now,
            Sieve sieve,
            List<Line> lines,
            @Nullable After next,
            int count) {

        /** Beyond what is counted, only that there are more is said. */
        boolean isCountedOut() {
            return count >= Worklist.MOST_COUNTED;
        }

        List<String> services() {
            return Stream.of(RequestedService.values()).map(Enum::name).toList();
        }

        @Override
        public String toString() {
            return "worklist of " + office.id();
        }
    }

    private final VerificationDesk desk;
    private final Worklist worklist;
    private final Names names;
    private final OfficeDesk offices;
    private final Clock clock;

    WorklistController(VerificationDesk desk, Worklist worklist, Names names, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.worklist = worklist;
        this.names = names;
        this.offices = offices;
        this.clock = clock;
    }

    @ShowsPeople(Errand.CHECKING_PAPERS)
    @GetMapping("/petugas/berkas")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "bagian", defaultValue = "") String which,
            @RequestParam(name = "layanan", defaultValue = "") String service,
            @RequestParam(name = "tenggat", required = false) @Nullable Instant due,
            @RequestParam(name = "berkas", required = false) @Nullable ApplicationId after,
            Model page) {
        var officer = Officer.of(me);
        var place = due == null || after == null ? null : new After(due, after);
        var known =
                Stream.of(RequestedService.values()).anyMatch(one -> one.name().equals(service));
        page.addAttribute("shown", shown(officer, new Sieve(Which.of(which), known ? service : "", place)));
        return "casework/worklist";
    }

    private Shown shown(Officer officer, Sieve sieve) {
        var now = clock.instant();
        var office = offices.find(officer.office()).orElseThrow();
        var rows = worklist.page(office.id(), officer.account(), sieve, now, PAGE + 1);
        var lines = rows.stream()
                .limit(PAGE)
                .flatMap(row -> names.application(row.application()).stream()
                        .map(application -> new Line(row, application, holder(row, now))))
                .toList();
        var next = rows.size() > PAGE ? rows.get(PAGE - 1).place() : null;
        return new Shown(office, now, sieve, lines, next, worklist.count(office.id()));
    }

    private String holder(Worklist.Row row, Instant now) {
        return row.heldUntil() == null || !row.heldUntil().isAfter(now) ? "" : names.officer(row.holder());
    }

    /** What is typed stands in no address: it may be somebody's name or number after all. */
    @PostMapping("/petugas/berkas/cari")
    String find(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        var found = names.numbered(typed).filter(id -> desk.find(id, officer).isPresent());
        if (found.isEmpty()) {
            next.addFlashAttribute("notice", Notice.warning("casework.notice.no-such"));
            return HOME;
        }
        return HOME + "/" + found.get();
    }

    @PostMapping("/petugas/berkas/berikutnya")
    String next(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        Optional<ApplicationId> taken = desk.takeNext(Officer.of(me));
        if (taken.isEmpty()) {
            next.addFlashAttribute("notice", Notice.warning("casework.notice.nothing"));
            return HOME;
        }
        return HOME + "/" + taken.get();
    }
}
