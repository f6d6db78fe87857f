package titian.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.document.ArrivalDesk;
import titian.document.Brought;
import titian.inspection.UploadRefused;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;
import titian.web.Words;

/** Papers that went back: which, why, how to mend them, until when; and where the new ones are handed in. */
@Controller
@RequestMapping("/permohonan/{id}/perbaikan")
class RepairController {

    private final RepairDesk desk;
    private final ProspectDesk prospects;
    private final CaseFiles files;
    private final ArrivalDesk arrivals;
    private final OfficeDesk offices;

    RepairController(
            RepairDesk desk, ProspectDesk prospects, CaseFiles files, ArrivalDesk arrivals, OfficeDesk offices) {
        this.desk = desk;
        this.prospects = prospects;
        this.files = files;
        this.arrivals = arrivals;
        this.offices = offices;
    }

    @GetMapping
    ModelAndView show(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        return desk.toMend(id, me.account())
                .map(papers -> page(id, papers, Problems.NONE))
                .orElseGet(() -> overview(id));
    }

    @PostMapping
    ModelAndView store(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String jenis,
            Brought brought,
            Locale locale,
            HttpServletRequest request)
            throws IOException {
        var papers = desk.toMend(id, me.account());
        if (papers.isEmpty()) {
            return overview(id);
        }
        var paper = papers.get().stream()
                .filter(one -> one.kind().name().equals(jenis))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            arrivals.store(id, me.account(), paper.kind(), brought, request.getRemoteAddr());
        } catch (UploadRefused refused) {
            return page(id, papers.get(), Problems.of(jenis, Words.in(locale).text(refused.text())));
        }
        return new ModelAndView("redirect:/permohonan/" + id + "/perbaikan#" + paper.kind() + "-l");
    }

    @PostMapping("/kirim")
    ModelAndView send(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Locale locale) {
        try {
            desk.send(id, me.account());
        } catch (CaseRefused.StillBad _) {
            var problem = Problems.of("", Words.in(locale).text("casework.repair.still-bad"));
            return desk.toMend(id, me.account())
                    .map(papers -> page(id, papers, problem))
                    .orElseGet(() -> overview(id));
        }
        return overview(id);
    }

    private ModelAndView page(ApplicationId id, List<Paper> papers, Problems problems) {
        var prospect = prospects.of(id).orElseThrow();
        var office = files.find(id).flatMap(file -> offices.find(file.office())).orElseThrow();
        return new ModelAndView("casework/repair", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("prospect", prospect)
                .addObject("papers", papers)
                .addObject("office", office)
                .addObject("problems", problems);
    }

    private static ModelAndView overview(ApplicationId id) {
        return new ModelAndView("redirect:/permohonan/" + id);
    }
}
