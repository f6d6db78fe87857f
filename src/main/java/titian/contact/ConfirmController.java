package titian.contact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.AccountRefused.AddressTaken;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page that waits for the digits of both ends. */
@Controller
class ConfirmController {

    private final ChangeDesk desk;
    private final ConfirmDesk confirming;

    ConfirmController(ChangeDesk desk, ConfirmDesk confirming) {
        this.desk = desk;
        this.confirming = confirming;
    }

    @GetMapping("/akun/kontak/kode")
    String ask(@AuthenticationPrincipal SignedIn me, Model model) {
        var open = desk.open(me.account());
        if (open.isEmpty()) {
            return "redirect:/akun/kontak";
        }
        return show(open.get(), DigitsForm.BLANK, Problems.NONE, model);
    }

    /**
     * @param way {@code tunggu} lets the change wait instead of asking the old end
     */
    @PostMapping("/akun/kontak/kode")
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") DigitsForm form,
            @RequestParam(name = "cara", required = false) @Nullable String way,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var open = desk.open(me.account());
        if (open.isEmpty()) {
            next.addFlashAttribute("wrong", page.text("contact.expired"));
            return "redirect:/akun/kontak";
        }
        var waits = "tunggu".equals(way);
        var problem = confirm(open.get(), form, waits, request.getSession().getId(), page.words());
        if (problem.isEmpty()) {
            next.addFlashAttribute("said", page.text(waits ? "contact.waits" : "contact.done"));
            return "redirect:/akun/kontak";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(open.get(), form, problem.get(), model);
    }

    private Optional<Problems> confirm(Change change, DigitsForm form, boolean waits, String session, Words words) {
        if (!form.hasNew()) {
            return Optional.of(Problems.of("newDigits", words.text("contact.digits.missing")));
        }
        if (!waits && !form.hasOld()) {
            return Optional.of(Problems.of("oldDigits", words.text("contact.digits.missing")));
        }
        try {
            if (waits) {
                confirming.letWait(change.account(), change.id(), form.newDigits());
            } else {
                confirming.confirm(change.account(), change.id(), form.newDigits(), form.oldDigits(), session);
            }
            return Optional.empty();
        } catch (ChangeRefused.CodeWrong wrong) {
            return Optional.of(Problems.of(
                    wrong.old() ? "oldDigits" : "newDigits",
                    wrong.left() == 0
                            ? words.text("contact.digits.spent")
                            : words.count("contact.digits.wrong", wrong.left())));
        } catch (ChangeRefused.Expired | AddressTaken _) {
            return Optional.of(Problems.of("", words.text("contact.expired")));
        }
    }

    private static String show(Change change, DigitsForm form, Problems problems, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "contact/kode";
    }
}
