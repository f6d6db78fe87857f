package titian.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.retention.ErasureDesk;
import titian.retention.OrderedHold;
import titian.shared.AccountId;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** Where a data protection officer notes that an account must be kept, by whose letter, and lifts that again. */
@Controller
class HoldsController {

    private static final String HERE = "redirect:/petugas/data/simpan";

    private final ErasureDesk desk;

    HoldsController(ErasureDesk desk) {
        this.desk = desk;
    }

    /** What was typed. */
    record Typed(String account, String reason, String letter) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping("/petugas/data/simpan")
    String show(Model model) {
        return page(Typed.NOTHING, Problems.NONE, model);
    }

    @PostMapping("/petugas/data/simpan")
    String order(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "akun", defaultValue = "") String account,
            @RequestParam(name = "alasan", defaultValue = "") String reason,
            @RequestParam(name = "surat", defaultValue = "") String letter,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new Typed(account.strip(), reason, letter.strip());
        var problems = problems(typed, page.words());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(typed, problems, model);
        }
        var order = new OrderedHold.Order(
                new AccountId(UUID.fromString(typed.account())),
                OrderedHold.Reason.valueOf(typed.reason()),
                typed.letter());
        desk.hold(order, me.account());
        next.addFlashAttribute("said", page.text("privacy.ordered.noted"));
        return HERE;
    }

    private static Problems problems(Typed typed, Words words) {
        if (id(typed.account()).isEmpty()) {
            return Problems.of("akun", words.text("privacy.ordered.account.wrong"));
        }
        if (Arrays.stream(OrderedHold.Reason.values())
                .noneMatch(reason -> reason.name().equals(typed.reason()))) {
            return Problems.of("alasan", words.text("privacy.ordered.reason.missing"));
        }
        return typed.letter().matches(OrderedHold.Order.LETTER)
                ? Problems.NONE
                : Problems.of("surat", words.text("privacy.ordered.letter.wrong"));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Grave
    @PostMapping("/petugas/data/simpan/{id}/cabut")
    String lift(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        desk.lift(id, me.account());
        next.addFlashAttribute("said", page.text("privacy.ordered.lifted"));
        return HERE;
    }

    private String page(Typed typed, Problems problems, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("holds", desk.ordered());
        return "privacy/simpan";
    }
}
