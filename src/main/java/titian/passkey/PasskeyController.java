package titian.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.WrongSignIn;
import titian.allowance.TooManyAttempts;
import titian.entry.ProofDesk;
import titian.passkey.PasskeyRefused.DoesNotFit;
import titian.passkey.PasskeyRefused.TooMany;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page on which people see their passkeys, add one and take one away. */
@Controller
class PasskeyController {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String ASKED = "titian.passkey.add";

    private final PasskeyDesk desk;
    private final DeviceAnswers answers;
    private final ProofDesk proofs;

    PasskeyController(PasskeyDesk desk, DeviceAnswers answers, ProofDesk proofs) {
        this.desk = desk;
        this.answers = answers;
        this.proofs = proofs;
    }

    @GetMapping("/akun/kunci")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        return page(me, PasskeyForm.BLANK, Problems.NONE, model);
    }

    /** Where the letter leads that tells of a new passkey, whoever reads it. */
    @GetMapping("/akun/kunci/lihat")
    String look(@AuthenticationPrincipal SignedIn me) {
        return me.isOfficer() ? "redirect:/petugas/saya/kunci" : "redirect:/akun/kunci";
    }

    /** What the device of this page is asked, in the JSON its script hands on. */
    @PostMapping(path = "/akun/kunci/pilihan", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(@AuthenticationPrincipal SignedIn me, HttpSession session) {
        var asked = desk.toAdd(me.account());
        session.setAttribute(ASKED, asked);
        return answers.ask(asked);
    }

    @PostMapping("/akun/kunci")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var problem = found.hasErrors()
                ? Optional.of(Problems.of(found, page.words()))
                : add(me, form, page.words(), request);
        if (problem.isEmpty()) {
            next.addFlashAttribute("said", page.text("passkey.added", form.label()));
            return "redirect:/akun/kunci";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, form, problem.get(), model);
    }

    private Optional<Problems> add(SignedIn me, PasskeyForm form, Words words, HttpServletRequest request) {
        try {
            proofs.prove(me.account(), form.password(), request.getRemoteAddr());
            desk.add(me.account(), asked(request.getSession()), form.answer(), form.label());
            return Optional.empty();
        } catch (WrongSignIn _) {
            return Optional.of(Problems.of("password", words.text("passkey.password.wrong")));
        } catch (TooManyAttempts _) {
            return Optional.of(Problems.of("password", words.text("passkey.password.too-many")));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("account.busy")));
        } catch (DoesNotFit _) {
            return Optional.of(Problems.of("", words.text("passkey.unfit")));
        } catch (TooMany _) {
            return Optional.of(Problems.of("", words.text("passkey.too-many", Passkeys.MOST)));
        }
    }

    /** What was asked is used up, whatever was answered. */
    private static PublicKeyCredentialCreationOptions asked(HttpSession session) {
        if (!(session.getAttribute(ASKED) instanceof PublicKeyCredentialCreationOptions asked)) {
            throw new DoesNotFit();
        }
        session.removeAttribute(ASKED);
        return asked;
    }

    @PostMapping("/akun/kunci/{key}/hapus")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String key,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        id(key).ifPresent(id -> desk.remove(me.account(), id));
        next.addFlashAttribute("said", page.text("passkey.removed"));
        return "redirect:/akun/kunci";
    }

    private static Optional<Bytes> id(String key) {
        try {
            return Optional.of(Bytes.fromBase64(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no passkey is called that
        }
    }

    static String lastUse(Passkey passkey, Words words) {
        var used = passkey.lastUsed();
        return used == null ? words.text("passkey.unused") : words.text("passkey.used", day(used, words));
    }

    static String day(Instant moment, Words words) {
        return words.date(LocalDate.ofInstant(moment, JAKARTA));
    }

    private String page(SignedIn me, PasskeyForm form, Problems problems, Model model) {
        model.addAttribute("passkeys", desk.of(me.account()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "passkey/kunci";
    }
}
