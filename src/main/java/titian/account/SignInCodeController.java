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
import titian.account.AccountRefused.CodeExpired;
import titian.account.AccountRefused.CodeWrong;
import titian.account.AccountRefused.TooManyAttempts;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The two pages on which applicants sign in by a code: first the address, then the digits. */
@Controller
class SignInCodeController {

    private final SignInCodeDesk desk;

    SignInCodeController(SignInCodeDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/masuk/kode")
    String ask(Model model) {
        model.addAttribute("form", ForgottenForm.blank());
        model.addAttribute("problems", Problems.NONE);
        return "account/masuk-kode";
    }

    @PostMapping("/masuk/kode")
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
            var code = desk.ask(form.key(), new EmailAddress(form.email()), request.getRemoteAddr());
            Session.awaitEntry(request, code, form.email());
            return "redirect:/masuk/kode/angka";
        } catch (TooManyAttempts many) {
            var text = page.text("account.code.too-many", Hours.from(many.until(), page.words()));
            return again(Problems.of("", text), HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
    }

    @GetMapping("/masuk/kode/angka")
    String wait(Model model, HttpServletRequest request) {
        var awaited = Session.entry(request);
        if (awaited.isEmpty()) {
            return "redirect:/masuk/kode";
        }
        model.addAttribute("form", CodeForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("address", awaited.get().address());
        return "account/masuk-angka";
    }

    @PostMapping("/masuk/kode/angka")
    String enter(
            @Valid @ModelAttribute("form") CodeForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var awaited = Session.entry(request);
        if (awaited.isEmpty()) {
            return "redirect:/masuk/kode";
        }
        var problem = found.hasErrors()
                ? Optional.of(Problems.of(found, page.words()))
                : enter(awaited.get(), form, page.words(), request, response);
        if (problem.isEmpty()) {
            return "redirect:/beranda";
        }
        model.addAttribute("address", awaited.get().address());
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "account/masuk-angka";
    }

    private Optional<Problems> enter(
            Session.Awaited awaited,
            CodeForm form,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var who = desk.enter(awaited.code(), form.digits());
            Session.entered(request);
            Session.begin(request, response, who);
            return Optional.empty();
        } catch (CodeWrong wrong) {
            return Optional.of(Problems.of(
                    "digits",
                    wrong.left() == 0
                            ? words.text("account.code.spent")
                            : words.count("account.code.wrong", wrong.left())));
        } catch (CodeExpired _) {
            return Optional.of(Problems.of("digits", words.text("account.code.expired")));
        }
    }

    private static String again(Problems problems, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(status.value());
        return "account/masuk-kode";
    }
}
