package titian.contact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.account.ReachDesk;
import titian.phone.Carrier;
import titian.phone.Gateway;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The pages on which people see by what they are reached, and ask for another address or phone. */
@Controller
class ContactController {

    private final ChangeDesk desk;
    private final ReachDesk reaches;
    private final Asking asking;
    private final Gateway gateway;

    ContactController(ChangeDesk desk, ReachDesk reaches, Asking asking, Gateway gateway) {
        this.desk = desk;
        this.reaches = reaches;
        this.asking = asking;
        this.gateway = gateway;
    }

    @GetMapping("/akun/kontak")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("reach", reaches.reach(me.account()).orElseThrow());
        desk.waiting(me.account()).ifPresent(change -> model.addAttribute("waiting", change));
        model.addAttribute("phones", gateway.isThere());
        return "contact/kontak";
    }

    @GetMapping("/akun/kontak/surel")
    String askEmail(Model model) {
        model.addAttribute("form", EmailForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        return "contact/surel";
    }

    @PostMapping("/akun/kontak/surel")
    String changeEmail(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") EmailForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return begin("contact/surel", found, page, model, response, () -> {
            var email = new EmailAddress(form.email());
            return asking.ask(
                    me.account(),
                    form.password(),
                    request.getRemoteAddr(),
                    page.words(),
                    () -> desk.ask(me.account(), email));
        });
    }

    @GetMapping("/akun/kontak/ponsel")
    String askPhone(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!gateway.isThere()) {
            return "redirect:/akun/kontak";
        }
        var reach = reaches.reach(me.account()).orElseThrow();
        model.addAttribute("form", PhoneForm.of(reach.phoneConfirmed() ? "" : reach.phone()));
        model.addAttribute("problems", Problems.NONE);
        return "contact/ponsel";
    }

    @PostMapping("/akun/kontak/ponsel")
    String changePhone(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") PhoneForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!gateway.isThere()) {
            return "redirect:/akun/kontak";
        }
        return begin("contact/ponsel", found, page, model, response, () -> {
            var phone = new Phone(form.phone());
            var carrier = Carrier.valueOf(form.carrier());
            return asking.ask(
                    me.account(),
                    form.password(),
                    request.getRemoteAddr(),
                    page.words(),
                    () -> desk.ask(me.account(), phone, carrier));
        });
    }

    private static String begin(
            String view,
            BindingResult found,
            Page page,
            Model model,
            HttpServletResponse response,
            Supplier<Optional<Problems>> begun) {
        var problem = found.hasErrors() ? Optional.of(Problems.of(found, page.words())) : begun.get();
        if (problem.isEmpty()) {
            return "redirect:/akun/kontak/kode";
        }
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view;
    }

    @PostMapping("/akun/kontak/batal")
    String giveUp(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        desk.giveUp(me.account());
        next.addFlashAttribute("said", page.text("contact.given-up"));
        return "redirect:/akun/kontak";
    }
}
