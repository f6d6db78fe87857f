package titian.casework;

import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.casework.Grounds.Ground;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Notice;

/** What an officer does with a file as a whole: let its clock stand, propose its refusal, say who is who. */
@Controller
@RequestMapping("/petugas/berkas/{application}")
class CaseController {

    private static final int LONGEST_WHY = 2000;

    private final VerificationDesk desk;
    private final RefusalDesk refusal;
    private final LikenessDesk likenesses;
    private final Refusals refusals;

    CaseController(VerificationDesk desk, RefusalDesk refusal, LikenessDesk likenesses, Refusals refusals) {
        this.desk = desk;
        this.refusal = refusal;
        this.likenesses = likenesses;
        this.refusals = refusals;
    }

    @PostMapping("/jeda")
    String pause(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "sebab", defaultValue = "") String why,
            RedirectAttributes next) {
        var chosen = Stream.of(Pauses.Why.values())
                .filter(Pauses.Why::isChosen)
                .filter(one -> one.name().equals(why))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return refusals.told(next, back(application), () -> {
            desk.pause(Officer.of(me), application, chosen);
            next.addFlashAttribute("notice", Notice.done("casework.notice.paused"));
            return WorklistController.HOME;
        });
    }

    @PostMapping("/lanjut")
    String resume(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, back(application), () -> {
            desk.resume(Officer.of(me), application);
            return back(application);
        });
    }

    /** What was typed stays on the page if the refusal cannot be proposed: nothing is asked of it but words. */
    @PostMapping("/usul-tolak")
    String propose(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "dasar", defaultValue = "") String ground,
            @RequestParam(name = "uraian", defaultValue = "") String why,
            RedirectAttributes next) {
        var words = why.strip().substring(0, Math.min(LONGEST_WHY, why.strip().length()));
        next.addFlashAttribute("uraian", words);
        return refusals.told(next, back(application), () -> {
            var chosen = Stream.of(Ground.values())
                    .filter(one -> one.name().equals(ground))
                    .findFirst()
                    .orElseThrow(() -> new CaseRefused.NoGrounds(application));
            refusal.propose(Officer.of(me), application, new Grounds(chosen, words));
            next.addFlashAttribute("notice", Notice.done("casework.notice.proposed"));
            return WorklistController.HOME;
        });
    }

    @PostMapping("/kembar")
    String like(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("lain") ApplicationId other,
            @RequestParam(name = "putusan", defaultValue = "") String verdict,
            RedirectAttributes next) {
        return refusals.told(next, back(application), () -> {
            likenesses.judge(Officer.of(me), application, other, verdict.equals("sama"));
            return back(application) + "#kembar";
        });
    }

    private static String back(ApplicationId application) {
        return "redirect:/petugas/berkas/" + application;
    }
}
