package titian.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import titian.account.AccountDesk;
import titian.privacy.Correction.About;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page on which people put right what is theirs, ask for the rest, and read what was answered. */
@Controller
class CorrectionController {

    private static final String HERE = "redirect:/akun/data/perbaikan";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 1_000;

    private final CorrectionDesk desk;
    private final AccountDesk accounts;

    CorrectionController(CorrectionDesk desk, AccountDesk accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    @GetMapping("/akun/data/perbaikan")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        return page(me, Problems.NONE, new Typed(name(me), "", ""), model);
    }

    /** What was typed. */
    record Typed(String name, String about, String wanted) {

        @Override
        public String toString() {
            return "what was typed";
        }
    }

    @PostMapping("/akun/data/perbaikan/nama")
    String rename(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "nama", defaultValue = "") String typed,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            var problems = Problems.of("nama", page.text("privacy.correct.name.wrong"));
            return refused(me, problems, new Typed(name, "", ""), model, response);
        }
        desk.rename(me.account(), name);
        next.addFlashAttribute("said", page.text("privacy.correct.name.said"));
        return HERE;
    }

    @PostMapping("/akun/data/perbaikan")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "tentang", defaultValue = "") String about,
            @RequestParam(name = "perbaikan", defaultValue = "") String wanted,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new Typed(name(me), about, wanted.strip());
        var problems = problems(typed, page.words());
        if (problems.any()) {
            return refused(me, problems, typed, model, response);
        }
        try {
            desk.ask(me.account(), About.valueOf(about), typed.wanted());
        } catch (CorrectionRefused.TooMany _) {
            return refused(me, Problems.of("", page.text("privacy.correct.too-many")), typed, model, response);
        }
        next.addFlashAttribute("said", page.text("privacy.correct.asked"));
        return HERE;
    }

    private static Problems problems(Typed typed, Words words) {
        if (about(typed.about()).isEmpty()) {
            return Problems.of("tentang", words.text("privacy.correct.about.missing"));
        }
        if (typed.wanted().isEmpty()) {
            return Problems.of("perbaikan", words.text("privacy.correct.wanted.missing"));
        }
        return typed.wanted().length() > LONGEST
                ? Problems.of("perbaikan", words.text("privacy.correct.wanted.long"))
                : Problems.NONE;
    }

    private static Optional<About> about(String typed) {
        return Arrays.stream(About.values())
                .filter(about -> about.name().equals(typed))
                .findFirst();
    }

    @PostMapping("/akun/data/perbaikan/{id}/batal")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        desk.withdraw(id, me.account());
        next.addFlashAttribute("said", page.text("privacy.correct.withdrawn"));
        return HERE;
    }

    private String refused(SignedIn me, Problems problems, Typed typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, problems, typed, model);
    }

    private String page(SignedIn me, Problems problems, Typed typed, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("typed", typed);
        model.addAttribute("corrections", desk.of(me.account()));
        return "privacy/perbaikan";
    }

    private String name(SignedIn me) {
        return accounts.contact(me.account()).orElseThrow().name();
    }

    static Map<String, String> abouts(Words words) {
        return words.choices(
                "privacy.correct.about",
                Arrays.stream(About.values()).map(About::name).toArray(String[]::new));
    }

    /** How it stands, in words. */
    static String standing(Correction correction, Words words) {
        var answer = correction.answer();
        return words.text("privacy.correct.state." + correction.state(), Moments.of(at(correction, answer), words));
    }

    private static Instant at(Correction correction, Correction.@Nullable Answer answer) {
        return answer == null ? correction.dueAt() : answer.at();
    }
}
