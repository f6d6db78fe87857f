package titian.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.platform.Hold;
import titian.retention.ErasureDesk;
import titian.retention.ErasureRefused;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page on which people ask to be forgotten, read what must be kept all the same, and change their minds. */
@Controller
class ErasureController {

    private static final String HERE = "redirect:/akun/data/hapus";

    private final ErasureDesk desk;

    ErasureController(ErasureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/akun/data/hapus")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        return page(me, page.words(), Problems.NONE, model);
    }

    @PostMapping("/akun/data/hapus")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kata", defaultValue = "") String typed,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var word = page.words().text("privacy.erase.word");
        if (!typed.strip().equalsIgnoreCase(word)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, page.words(), Problems.of("kata", page.text("privacy.erase.word.wrong", word)), model);
        }
        try {
            desk.ask(me.account());
            next.addFlashAttribute("said", page.text("privacy.erase.asked.said"));
        } catch (ErasureRefused.MustWait _) {
            // the page says what must wait, and until when
        }
        return HERE;
    }

    @PostMapping("/akun/data/hapus/batal")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        try {
            desk.withdraw(me.account());
            next.addFlashAttribute("said", page.text("privacy.erase.withdrawn"));
        } catch (ErasureRefused.TooLate _) {
            next.addFlashAttribute("said", page.text("privacy.erase.too-late"));
        }
        return HERE;
    }

    private String page(SignedIn me, Words words, Problems problems, Model model) {
        var holds = desk.holds(me.account());
        model.addAttribute("problems", problems);
        model.addAttribute("waiting", told(holds.stream().filter(Hold::waits).toList(), words));
        model.addAttribute(
                "kept", told(holds.stream().filter(hold -> !hold.waits()).toList(), words));
        model.addAttribute(
                "due",
                desk.underWay(me.account())
                        .map(erasure -> Moments.date(erasure.dueAt(), words))
                        .orElse(null));
        return "privacy/hapus";
    }

    /** Each reason once, with the day it ends if there is one. */
    private static List<String> told(List<Hold> holds, Words words) {
        return holds.stream().map(hold -> told(hold, words)).distinct().toList();
    }

    private static String told(Hold hold, Words words) {
        var why = words.text("privacy.hold." + hold.reason());
        return hold.until() == null
                ? why
                : why + " " + words.text("privacy.hold.until", Moments.date(hold.until(), words));
    }
}
