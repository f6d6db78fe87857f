package titian.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.allowance.TooManyAttempts;
import titian.entry.EntryDesk;
import titian.passkey.PasskeyRefused.DoesNotFit;
import titian.session.Session;
import titian.shared.SignedIn;
import titian.web.Page;

/** Signs in whoever unlocks a device that holds a passkey. The button stands on the page of signing in. */
@Controller
class PasskeySignInController {

    private static final String ASKED = "titian.passkey.sign-in";

    private final PasskeyDesk desk;
    private final EntryDesk entry;
    private final DeviceAnswers answers;

    PasskeySignInController(PasskeyDesk desk, EntryDesk entry, DeviceAnswers answers) {
        this.desk = desk;
        this.entry = entry;
        this.answers = answers;
    }

    /** What the device of this page is asked, in the JSON its script hands on. */
    @PostMapping(path = "/masuk/kunci/pilihan", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request) {
        var asked = desk.toSignIn();
        request.getSession().setAttribute(ASKED, asked);
        return answers.ask(asked);
    }

    @PostMapping("/masuk/kunci")
    String enter(
            @RequestParam(name = "answer", required = false) @Nullable String answer,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            Session.begin(request, response, holder(answer == null ? "" : answer, request));
            return "redirect:/beranda";
        } catch (DoesNotFit _) {
            next.addFlashAttribute("said", page.text("passkey.unknown"));
        } catch (TooManyAttempts many) {
            Session.sayTooMany(request, many);
        }
        return "redirect:/masuk";
    }

    private SignedIn holder(String answer, HttpServletRequest request) {
        entry.attempt(request.getRemoteAddr());
        var session = request.getSession();
        if (!(session.getAttribute(ASKED) instanceof PublicKeyCredentialRequestOptions asked)) {
            throw new DoesNotFit();
        }
        session.removeAttribute(ASKED);
        var holder = entry.applicant(desk.holder(asked, answer)).orElseThrow(DoesNotFit::new);
        entry.succeeded(request.getRemoteAddr());
        return holder;
    }
}
