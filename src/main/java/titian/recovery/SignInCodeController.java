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
import titian.account.AccountRefused.CodeExpired;
import titian.account.AccountRefused.CodeWrong;
import titian.entry.CodeForm;
import titian.entry.CodeProblems;
import titian.entry.EntryDesk;
import titian.session.Session;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The two pages on which applicants sign in by a code: first the address, then the digits. */
@Controller
class SignInCodeController {

    private final Addresses addresses;
    private final RecoveryDesk recovery;
    private final EntryDesk entry;

    SignInCodeController(Addresses addresses, RecoveryDesk recovery, EntryDesk entry) {
        this.addresses = addresses;
        this.recovery = recovery;
        this.entry = entry;
    }

    @GetMapping("/masuk/kode")
    String ask(Model model) {
        return addresses.ask(Purpose.SIGN_IN, model);
    }

    @PostMapping("/masuk/kode")
    String send(
            @Valid @ModelAttribute("form") AddressForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return addresses.send(Purpose.SIGN_IN, form, found, page, model, request, response);
    }

    @GetMapping("/masuk/kode/angka")
    String wait(Model model, HttpServletRequest request) {
        var awaited = Session.awaited(request, Purpose.SIGN_IN);
        if (awaited.isEmpty()) {
            return "redirect:/masuk/kode";
        }
        model.addAttribute("form", CodeForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("address", awaited.get().address());
        return "recovery/masuk-angka";
    }

    @PostMapping("/masuk/kode/angka")
    String enter(
            @Valid @ModelAttribute("form") CodeForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var awaited = Session.awaited(request, Purpose.SIGN_IN);
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
        return "recovery/masuk-angka";
    }

    private Optional<Problems> enter(
            Session.Awaited awaited,
            CodeForm form,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var holder = recovery.accept(awaited.code(), Purpose.SIGN_IN, form.digits());
            var who = entry.applicant(holder).orElseThrow(CodeExpired::new);
            Session.arrived(request, Purpose.SIGN_IN);
            Session.begin(request, response, who);
            return Optional.empty();
        } catch (CodeWrong wrong) {
            return Optional.of(CodeProblems.wrong(wrong, words));
        } catch (CodeExpired _) {
            return Optional.of(CodeProblems.expired(words));
        }
    }
}
