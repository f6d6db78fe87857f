package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.passkey.PasskeyDesk;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;

/** An officer's passkeys: shown beside the password, set up before coming in, added and taken away inside. */
@Controller
class DeviceController {

    static final String OWN = "/petugas/saya/kunci";

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ANSWER = 20_000;

    private final ProofDesk desk;
    private final PasskeyDesk passkeys;
    private final Devices devices;
    private final Threshold threshold;
    private final Places places;
    private final Clock clock;

    DeviceController(
            ProofDesk desk, PasskeyDesk passkeys, Devices devices, Threshold threshold, Places places, Clock clock) {
        this.desk = desk;
        this.passkeys = passkeys;
        this.devices = devices;
        this.threshold = threshold;
        this.places = places;
        this.clock = clock;
    }

    @PostMapping(path = ProofController.HERE + "/kunci/pilihan", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String askToUse(@AuthenticationPrincipal SignedIn me, HttpSession session) {
        return devices.askToUse(me.account(), session);
    }

    @PostMapping(ProofController.HERE + "/kunci")
    String prove(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "answer", defaultValue = "") String answer,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            devices.prove(me.account(), fit(answer), request.getSession());
            return threshold.cross(me, page, next, request, response);
        } catch (OfficerRefused refused) {
            next.addFlashAttribute("problems", Refusals.of(refused, page.words()));
            return "redirect:" + ProofController.HERE;
        }
    }

    /** Asked before coming in by those who have nothing to show yet, and inside by those who have just shown it. */
    @PostMapping(
            path = {SetUpController.HERE + "/kunci/pilihan", OWN + "/pilihan"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String askToAdd(@AuthenticationPrincipal SignedIn me, HttpSession session) {
        return devices.askToAdd(me.account(), session);
    }

    @PostMapping(SetUpController.HERE + "/kunci")
    String setUp(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "answer", defaultValue = "") String answer,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next,
            HttpSession session) {
        try {
            var label = page.text("officer.passkey.first");
            var codes = desk.confirm(me.account(), devices.toAdd(session), fit(answer), label);
            SetUpController.keep(me, codes, session, clock.instant());
            return "redirect:" + SetUpController.PAPER;
        } catch (OfficerRefused refused) {
            next.addFlashAttribute("problems", Refusals.of(refused, page.words()));
            return "redirect:" + ProofController.HERE;
        }
    }

    @GetMapping(OWN)
    String list(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        return page(me, "", Problems.NONE, page, model);
    }

    @Grave
    @PostMapping(OWN)
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "label", defaultValue = "") String typed,
            @RequestParam(name = "answer", defaultValue = "") String answer,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next) {
        var label = typed.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, typed, Problems.of("label", page.text("officer.passkey.label")), page, model);
        }
        try {
            desk.add(me.account(), devices.toAdd(session), fit(answer), label);
        } catch (OfficerRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, label, Refusals.of(refused, page.words()), page, model);
        }
        next.addFlashAttribute("said", page.text("officer.saved"));
        return "redirect:" + OWN;
    }

    @Grave
    @PostMapping(OWN + "/{key}/hapus")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String key,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        try {
            id(key).ifPresent(id -> desk.remove(me.account(), id));
            next.addFlashAttribute("said", page.text("officer.saved"));
        } catch (OfficerRefused refused) {
            next.addFlashAttribute("problems", Refusals.of(refused, page.words()));
        }
        return "redirect:" + OWN;
    }

    private static String fit(String answer) {
        return answer.length() > LONGEST_ANSWER ? "" : answer;
    }

    private static Optional<Bytes> id(String key) {
        try {
            return Optional.of(Bytes.fromBase64(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no passkey is called that
        }
    }

    private String page(SignedIn me, String label, Problems problems, Page page, Model model) {
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("passkeys", passkeys.of(me.account()));
        model.addAttribute("label", label);
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "officer/passkeys";
    }
}
