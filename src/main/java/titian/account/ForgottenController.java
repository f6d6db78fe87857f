package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.CodeExpired;
import titian.account.AccountRefused.CodeWrong;
import titian.account.AccountRefused.TooManyAttempts;
import titian.account.Session.Notice;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The two pages that lead back in without the password: first the address, then the digits and another password. */
@Controller
class ForgottenController {

    private final PasswordDesk desk;
    private final Passwords passwords;

    ForgottenController(PasswordDesk desk, Passwords passwords) {
        this.desk = desk;
        this.passwords = passwords;
    }

    @GetMapping("/masuk/lupa")
    String ask(Model model) {
        model.addAttribute("form", ForgottenForm.blank());
        model.addAttribute("problems", Problems.NONE);
        return "account/lupa";
    }

    @PostMapping("/masuk/lupa")
    String send(
            @Valid @ModelAttribute("form") ForgottenForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (found.hasErrors()) {
            return again(Problems.of(found, page.words()), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            var recovery = desk.forgotten(form.key(), new EmailAddress(form.email()), request.getRemoteAddr());
            Session.recover(request, recovery, form.email());
            return "redirect:/masuk/lupa/kode";
        } catch (TooManyAttempts many) {
            var text = page.text("account.code.too-many", Hours.from(many.until(), page.words()));
            return again(Problems.of("", text), HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
    }

    @GetMapping("/masuk/lupa/kode")
    String wait(Model model, HttpServletRequest request) {
        var recovering = Session.recovering(request);
        if (recovering.isEmpty()) {
            return "redirect:/masuk/lupa";
        }
        model.addAttribute("form", NewPasswordForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("address", recovering.get().address());
        return "account/sandi-baru";
    }

    @PostMapping("/masuk/lupa/kode")
    String renew(
            @Valid @ModelAttribute("form") NewPasswordForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var recovering = Session.recovering(request);
        if (recovering.isEmpty()) {
            return "redirect:/masuk/lupa";
        }
        passwords
                .problem(form.password(), recovering.get().address(), "")
                .ifPresent(text -> found.rejectValue("password", "refused", text));
        var problem = found.hasErrors()
                ? Optional.of(Problems.of(found, page.words()))
                : renew(recovering.get(), form, page.words());
        if (problem.isEmpty()) {
            Session.recovered(request);
            Session.say(
                    request,
                    new Notice(SignInController.RENEWED, recovering.get().address(), null));
            return "redirect:/masuk";
        }
        model.addAttribute("address", recovering.get().address());
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "account/sandi-baru";
    }

    private Optional<Problems> renew(Session.Awaited recovering, NewPasswordForm form, Words words) {
        try {
            if (!desk.isOpen(recovering.code())) {
                throw new CodeExpired();
            }
            desk.renew(recovering.code(), form.digits(), passwords.hash(form.password()));
            return Optional.empty();
        } catch (CodeWrong wrong) {
            return Optional.of(Problems.of(
                    "digits",
                    wrong.left() == 0
                            ? words.text("account.code.spent")
                            : words.count("account.code.wrong", wrong.left())));
        } catch (CodeExpired _) {
            return Optional.of(Problems.of("digits", words.text("account.code.expired")));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("account.busy")));
        }
    }

    private static String again(Problems problems, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(status.value());
        return "account/lupa";
    }
}
