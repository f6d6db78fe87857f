package titian.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.allowance.TooManyAttempts;
import titian.registry.Claim;
import titian.registry.ClaimDesk;
import titian.session.Hours;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.TypedDate;

/** The page on which people see what the civil registry says to who they are, and correct it. */
@Controller
class IdentityController {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final IdentityDesk desk;
    private final ClaimDesk claims;
    private final Clock clock;

    IdentityController(IdentityDesk desk, ClaimDesk claims, Clock clock) {
        this.desk = desk;
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping("/akun/identitas")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var claim = claims.find(me.account());
        model.addAttribute(
                "form",
                claim.map(Claim::person)
                        .map(IdentityForm::of)
                        .orElseGet(() -> new IdentityForm(me.name(), "", TypedDate.BLANK)));
        return page(me, Problems.NONE, model);
    }

    @PostMapping("/akun/identitas")
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") IdentityForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        form.check(found, LocalDate.ofInstant(clock.instant(), JAKARTA));
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, Problems.of(found, page.words()), model);
        }
        try {
            desk.correct(me.account(), form.person());
            next.addFlashAttribute("said", page.text("account.identity.corrected"));
            return "redirect:/akun/identitas";
        } catch (TooManyAttempts many) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            var text = page.text("account.identity.too-many", Hours.from(many.until(), page.words()));
            return page(me, Problems.of("", text), model);
        }
    }

    private String page(SignedIn me, Problems problems, Model model) {
        claims.find(me.account()).ifPresent(claim -> model.addAttribute("claim", claim));
        model.addAttribute("problems", problems);
        return "account/identitas";
    }
}
