package titian.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import titian.web.Page;
import titian.web.Problems;

/** The page to which a new end is led that was set at the counter: it asks for the digits that came there. */
@Controller
class InvitationController {

    private final ConfirmDesk desk;

    InvitationController(ConfirmDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/kontak/pulih/{change}/{token}")
    String ask(@PathVariable UUID change, @PathVariable String token, Model model) {
        model.addAttribute("form", DigitsForm.BLANK);
        return show(change, token, Problems.NONE, model);
    }

    @PostMapping("/kontak/pulih/{change}/{token}")
    String accept(
            @PathVariable UUID change,
            @PathVariable String token,
            @ModelAttribute("form") DigitsForm form,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response) {
        try {
            if (form.hasNew()) {
                desk.accept(change, token, form.newDigits());
                return "redirect:/kontak/pulih/" + change + "/" + token;
            }
            return again(change, token, page.text("contact.digits.missing"), model, response);
        } catch (ChangeRefused.CodeWrong wrong) {
            var text = wrong.left() == 0
                    ? page.text("contact.rescue.spent")
                    : page.words().count("contact.digits.wrong", wrong.left());
            return again(change, token, text, model, response);
        } catch (ChangeRefused.Expired _) {
            return "redirect:/kontak/pulih/" + change + "/" + token;
        }
    }

    private String again(UUID change, String token, String text, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(change, token, Problems.of("newDigits", text), model);
    }

    private String show(UUID change, String token, Problems problems, Model model) {
        var invited = desk.invited(change, token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("change", invited);
        model.addAttribute("takes", desk.takesDigits(invited));
        model.addAttribute("problems", problems);
        return "contact/pulih";
    }
}
