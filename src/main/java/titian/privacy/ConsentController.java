package titian.privacy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Words;

/** The page on which people see what they agreed to, in which version and when, and take back what they can. */
@Controller
class ConsentController {

    private static final String HERE = "redirect:/akun/data/persetujuan";

    /** One thing to agree to: the consent to its present words, or the last to earlier ones. */
    record Choice(
            ConsentPurpose purpose,
            @Nullable Consent present,
            @Nullable Consent former) {

        String text() {
            return "privacy.consent." + purpose + ".text." + purpose.version();
        }
    }

    private final ConsentDesk desk;

    ConsentController(ConsentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/akun/data/persetujuan")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var history = desk.history(me.account());
        model.addAttribute(
                "choices",
                Arrays.stream(ConsentPurpose.values())
                        .map(purpose -> choice(purpose, history))
                        .toList());
        model.addAttribute("history", history);
        return "privacy/persetujuan";
    }

    private static Choice choice(ConsentPurpose purpose, List<Consent> history) {
        var inForce = history.stream()
                .filter(consent -> consent.purpose() == purpose && consent.isInForce())
                .toList();
        var present = inForce.stream()
                .filter(consent -> consent.version().equals(purpose.version()))
                .findFirst()
                .orElse(null);
        return new Choice(purpose, present, inForce.stream().findFirst().orElse(null));
    }

    @PostMapping("/akun/data/persetujuan/{purpose}/setuju")
    String give(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ConsentPurpose purpose,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        desk.give(me.account(), purpose);
        next.addFlashAttribute("said", page.text("privacy.consent.given.said"));
        return HERE;
    }

    @PostMapping("/akun/data/persetujuan/{purpose}/tarik")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ConsentPurpose purpose,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        if (!purpose.isWithdrawable()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        desk.withdraw(me.account(), purpose);
        next.addFlashAttribute("said", page.text("privacy.consent.withdrawn.said"));
        return HERE;
    }

    /** When it was agreed to, and when it was taken back. */
    static String when(Consent consent, Words words) {
        var agreed = words.text("privacy.consent.agreed", consent.version(), Moments.of(consent.agreedAt(), words));
        return consent.withdrawnAt() == null
                ? agreed
                : agreed + " " + words.text("privacy.consent.taken-back", Moments.of(consent.withdrawnAt(), words));
    }
}
