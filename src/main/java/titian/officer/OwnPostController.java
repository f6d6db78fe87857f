package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.PostDesk;
import titian.account.PostRefused;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;

/** The officer's own page: roles, last day, days away, and how many codes are left on paper. */
@Controller
class OwnPostController {

    static final String HERE = "/petugas/saya";

    private final PostDesk posts;
    private final ProofDesk proofs;
    private final Places places;
    private final Clock clock;

    OwnPostController(PostDesk posts, ProofDesk proofs, Places places, Clock clock) {
        this.posts = posts;
        this.proofs = proofs;
        this.places = places;
        this.clock = clock;
    }

    @ModelAttribute("typed")
    Typed typed(HttpServletRequest request) {
        return Typed.of(request);
    }

    @GetMapping(HERE)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        return page(me, Problems.NONE, page, model);
    }

    @PostMapping(HERE + "/cuti")
    String leave(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "mulai", defaultValue = "") String from,
            @RequestParam(name = "selesai", defaultValue = "") String until,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var first = StaffPostController.day(from);
        var last = StaffPostController.day(until);
        if (first.isEmpty() || last.isEmpty()) {
            return problem(me, first.isEmpty() ? "mulai" : "selesai", "officer.day.malformed", page, model, response);
        }
        try {
            posts.leave(me.account(), own(me), first.get(), last.get());
        } catch (PostRefused refused) {
            return problem(me, "mulai", StaffPostController.text(refused), page, model, response);
        }
        next.addFlashAttribute("said", page.text("officer.saved"));
        return "redirect:" + HERE;
    }

    @PostMapping(HERE + "/cuti/{leave}/batal")
    String stay(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID leave,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        posts.cancelLeave(me.account(), own(me), leave);
        next.addFlashAttribute("said", page.text("officer.saved"));
        return "redirect:" + HERE;
    }

    @Grave
    @PostMapping(HERE + "/cadangan")
    String renewPaper(@AuthenticationPrincipal SignedIn me, HttpSession session) {
        SetUpController.keep(me, proofs.renewPaper(me.account()), session, clock.instant());
        return "redirect:" + SetUpController.PAPER;
    }

    private static Set<OfficeId> own(SignedIn me) {
        return Set.of(Places.of(me));
    }

    private String problem(
            SignedIn me, String field, String text, Page page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, Problems.of(field, page.text(text)), page, model);
    }

    private String page(SignedIn me, Problems problems, Page page, Model model) {
        var post = posts.find(me.account(), own(me)).orElseThrow(Staff::missing);
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("post", post);
        model.addAttribute("today", posts.today(post.place()));
        model.addAttribute("codesLeft", proofs.recoveryCodesLeft(me.account()));
        model.addAttribute("problems", problems);
        return "officer/own";
    }
}
