package titian.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import titian.account.EmailAddress;
import titian.allowance.TooManyAttempts;
import titian.phone.Gateway;
import titian.session.Hours;
import titian.session.Session;
import titian.web.Page;
import titian.web.Problems;

/** The first page of every way in by a code: it asks for the address the code goes to. */
@Component
class Addresses {

    private final RecoveryDesk desk;
    private final Gateway gateway;

    Addresses(RecoveryDesk desk, Gateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
    }

    String ask(Purpose purpose, Model model) {
        model.addAttribute("form", AddressForm.blank());
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("phones", gateway.isThere());
        return purpose.view();
    }

    /** Sends the code and leads on to where its digits are typed. */
    String send(
            Purpose purpose,
            AddressForm form,
            BindingResult found,
            Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (found.hasErrors()) {
            var problems = Problems.of(found, page.words());
            model.addAttribute("phones", gateway.isThere());
            return again(purpose, problems, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        try {
            var code = desk.ask(purpose, form.key(), new EmailAddress(form.email()), request.getRemoteAddr());
            Session.await(request, purpose, code, form.email());
            return "redirect:" + purpose.digits();
        } catch (TooManyAttempts many) {
            var text = page.text("account.code.too-many", Hours.from(many.until(), page.words()));
            return again(purpose, Problems.of("", text), HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
    }

    private static String again(
            Purpose purpose, Problems problems, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(status.value());
        return purpose.view();
    }
}
