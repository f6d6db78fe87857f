package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import titian.account.AccountRefused.TooManyAttempts;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The page on which a person gets an account. */
@Controller
class RegistrationController {

    private final AccountDesk desk;
    private final Passwords passwords;

    RegistrationController(AccountDesk desk, Passwords passwords) {
        this.desk = desk;
        this.passwords = passwords;
    }

    @GetMapping("/daftar")
    String ask(@AuthenticationPrincipal @Nullable SignedIn me, Model model) {
        if (me != null) {
            return SignInController.home(me);
        }
        model.addAttribute("form", RegistrationForm.blank());
        model.addAttribute("problems", Problems.NONE);
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
        passwords
                .problem(form.password(), form.email(), form.name())
                .ifPresent(text -> found.rejectValue("password", "refused", text));
        if (found.hasErrors()) {
            return again(Problems.of(found, page.words()), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            var code = desk.register(form.registration(page.words().locale()), request.getRemoteAddr());
            Session.await(request, code, form.email());
            return "redirect:/daftar/kode";
        } catch (TooManyAttempts many) {
            var text = page.text("account.register.too-many", Hours.from(many.until(), page.words()));
            return again(Problems.of("", text), HttpStatus.TOO_MANY_REQUESTS, model, response);
        } catch (Busy _) {
            return again(Problems.of("", page.text("account.busy")), HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
    }

    private static String again(Problems problems, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(status.value());
        return "account/daftar";
    }
}
