package titian.recovery;

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
import titian.account.Passwords;
import titian.entry.CodeProblems;
import titian.entry.OwnPassword;
import titian.session.Session;
import titian.session.Session.Notice;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The two pages that lead back in without the password: first the address, then the digits and another password. */
@Controller
class ForgottenController {

    private final Addresses addresses;
    private final RecoveryDesk recovery;
    private final RenewalDesk desk;
    private final Passwords passwords;

    ForgottenController(Addresses addresses, RecoveryDesk recovery, RenewalDesk desk, Passwords passwords) {
        this.addresses = addresses;
        this.recovery = recovery;
        this.desk = desk;
        this.passwords = passwords;
    }

    @GetMapping("/masuk/lupa")
    String ask(Model model) {
        return addresses.ask(Purpose.PASSWORD, model);
    }

    @PostMapping("/masuk/lupa")
    String send(
            @Valid @ModelAttribute("form") AddressForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return addresses.send(Purpose.PASSWORD, form, found, page, model, request, response);
    }

    @GetMapping("/masuk/lupa/kode")
    String wait(Model model, HttpServletRequest request) {
        var recovering = Session.awaited(request, Purpose.PASSWORD);
        if (recovering.isEmpty()) {
            return "redirect:/masuk/lupa";
        }
        model.addAttribute("form", NewPasswordForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("address", recovering.get().address());
        return "recovery/sandi-baru";
    }

    @PostMapping("/masuk/lupa/kode")
    String renew(
            @Valid @ModelAttribute("form") NewPasswordForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var recovering = Session.awaited(request, Purpose.PASSWORD);
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
            Session.arrived(request, Purpose.PASSWORD);
            Session.say(
                    request, new Notice(OwnPassword.RENEWED, recovering.get().address(), null));
            return "redirect:/masuk";
        }
        model.addAttribute("address", recovering.get().address());
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "recovery/sandi-baru";
    }

    private Optional<Problems> renew(Session.Awaited recovering, NewPasswordForm form, Words words) {
        try {
            if (!recovery.isOpen(recovering.code(), Purpose.PASSWORD)) {
                throw new CodeExpired();
            }
            desk.renew(recovering.code(), form.digits(), passwords.hash(form.password()));
            return Optional.empty();
        } catch (CodeWrong wrong) {
            return Optional.of(CodeProblems.wrong(wrong, words));
        } catch (CodeExpired _) {
            return Optional.of(CodeProblems.expired(words));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("account.busy")));
        }
    }
}
