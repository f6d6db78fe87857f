package titian.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.Phone;
import titian.allowance.TooManyAttempts;
import titian.phone.Carrier;
import titian.phone.Gateway;
import titian.session.Hours;
import titian.session.Session;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page that asks for the phone a code goes to, instead of an address: to sign in, or for another password. */
@Controller
class PhoneCodeController {

    private final RecoveryDesk desk;
    private final Gateway gateway;

    PhoneCodeController(RecoveryDesk desk, Gateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
    }

    @GetMapping("/masuk/kode/ponsel")
    String askToSignIn(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        return ask(Purpose.SIGN_IN, page, model);
    }

    @GetMapping("/masuk/lupa/ponsel")
    String askForPassword(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        return ask(Purpose.PASSWORD, page, model);
    }

    private String ask(Purpose purpose, Page page, Model model) {
        if (!gateway.isThere()) {
            return "redirect:" + purpose.path();
        }
        model.addAttribute("form", NumberForm.blank());
        return show(purpose, Problems.NONE, page.words(), model);
    }

    @PostMapping("/masuk/kode/ponsel")
    String sendToSignIn(
            @Valid @ModelAttribute("form") NumberForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return send(Purpose.SIGN_IN, form, found, page.words(), model, request, response);
    }

    @PostMapping("/masuk/lupa/ponsel")
    String sendForPassword(
            @Valid @ModelAttribute("form") NumberForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return send(Purpose.PASSWORD, form, found, page.words(), model, request, response);
    }

    private String send(
            Purpose purpose,
            NumberForm form,
            BindingResult found,
            Words words,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!gateway.isThere()) {
            return "redirect:" + purpose.path();
        }
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(purpose, Problems.of(found, words), words, model);
        }
        try {
            var phone = new Phone(form.phone());
            var carrier = Carrier.valueOf(form.carrier());
            var code = desk.ask(purpose, form.key(), phone, carrier, request.getRemoteAddr());
            Session.await(request, purpose, code, phone.grouped());
            return "redirect:" + purpose.digits();
        } catch (TooManyAttempts many) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            var text = words.text("account.code.too-many", Hours.from(many.until(), words));
            return show(purpose, Problems.of("", text), words, model);
        }
    }

    private static String show(Purpose purpose, Problems problems, Words words, Model model) {
        model.addAttribute("purpose", purpose);
        model.addAttribute("problems", problems);
        model.addAttribute("carriers", Phone.carriers(words));
        return "recovery/kode-ponsel";
    }
}
