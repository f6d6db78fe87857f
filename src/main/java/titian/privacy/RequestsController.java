package titian.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.AccountDesk;
import titian.privacy.Correction.State;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;

/** Where a data protection officer answers what people ask to have put right, before its time is up. */
@Controller
class RequestsController {

    private static final int LONGEST = 1_000;

    private final CorrectionDesk desk;
    private final AccountDesk accounts;
    private final Clock clock;

    RequestsController(CorrectionDesk desk, AccountDesk accounts, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What is to be answered; who asks stands on the page of each. */
    @GetMapping("/petugas/data")
    String list(Model model) {
        model.addAttribute("corrections", desk.open());
        model.addAttribute("now", clock.instant());
        return "privacy/permintaan";
    }

    @GetMapping("/petugas/data/perbaikan/{id}")
    @ShowsPeople(Errand.DATA_REQUEST)
    String show(@PathVariable UUID id, Model model) {
        return page(find(id), "", Problems.NONE, model);
    }

    @PostMapping("/petugas/data/perbaikan/{id}")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(name = "hasil", defaultValue = "") String outcome,
            @RequestParam(name = "jawaban", defaultValue = "") String typed,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var answer = typed.strip();
        var state = state(outcome);
        if (state.isEmpty() || answer.isEmpty() || answer.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var problems = state.isEmpty()
                    ? Problems.of("hasil", page.text("privacy.request.outcome.missing"))
                    : Problems.of("jawaban", page.text("privacy.request.answer.wrong"));
            return page(find(id), answer, problems, model);
        }
        try {
            desk.answer(id, state.get(), answer, me.account());
            next.addFlashAttribute("said", page.text("privacy.request.answered"));
        } catch (CorrectionRefused.Settled _) {
            next.addFlashAttribute("said", page.text("privacy.request.settled"));
        }
        return "redirect:/petugas/data";
    }

    private static Optional<State> state(String typed) {
        return switch (typed) {
            case "DONE" -> Optional.of(State.DONE);
            case "REFUSED" -> Optional.of(State.REFUSED);
            default -> Optional.empty();
        };
    }

    private String page(Correction correction, String answer, Problems problems, Model model) {
        model.addAttribute("correction", correction);
        model.addAttribute("contact", accounts.contact(correction.account()).orElse(null));
        model.addAttribute("typed", answer);
        model.addAttribute("problems", problems);
        model.addAttribute("now", clock.instant());
        return "privacy/jawab";
    }

    private Correction find(UUID id) {
        return desk.find(id)
                .filter(Correction::isOpen)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
