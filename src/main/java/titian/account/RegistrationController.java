package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.AccountRefused.Busy;
import titian.allowance.TooManyAttempts;
import titian.phone.Gateway;
import titian.session.Hours;
import titian.session.Session;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The page on which a person gets an account. */
@Controller
class RegistrationController {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final AccountDesk desk;
    private final Passwords passwords;
    private final Gateway gateway;
    private final Clock clock;

    RegistrationController(AccountDesk desk, Passwords passwords, Gateway gateway, Clock clock) {
        this.desk = desk;
        this.passwords = passwords;
        this.gateway = gateway;
        this.clock = clock;
    }

    @GetMapping("/daftar")
    String ask(@AuthenticationPrincipal @Nullable SignedIn me, Model model) {
        if (me != null) {
            return Session.home(me);
        }
        model.addAttribute("form", RegistrationForm.blank());
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("phones", gateway.isThere());
        return "account/daftar";
    }

    @PostMapping("/daftar")
    String register(
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        form.check(found, gateway.isThere(), LocalDate.ofInstant(clock.instant(), JAKARTA));
        passwords
                .problem(form.password(), form.email(), form.name())
                .ifPresent(text -> found.rejectValue("password", "refused", text));
        if (found.hasErrors()) {
            return again(Problems.of(found, page.words()), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            var code = desk.register(form.registration(page.words().locale()), request.getRemoteAddr());
            Session.await(request, code, form.end());
            return "redirect:/daftar/kode";
        } catch (TooManyAttempts many) {
            var text = page.text("account.register.too-many", Hours.from(many.until(), page.words()));
            return again(Problems.of("", text), HttpStatus.TOO_MANY_REQUESTS, model, response);
        } catch (Busy _) {
            return again(Problems.of("", page.text("account.busy")), HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
    }

    private String again(Problems problems, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        model.addAttribute("phones", gateway.isThere());
        response.setStatus(status.value());
        return "account/daftar";
    }
}
