package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.shared.AccountId;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.QrCode;

/** Where an officer without a second proof sets one up, before anything else opens. */
@Controller
class SetUpController {

    static final String HERE = ProofController.HERE + "/pasang";
    static final String PAPER = ProofController.HERE + "/cadangan";

    private static final String SERVICE = "Layanan Paspor";
    private static final String CODES = "titian.officer.codes";
    private static final String SHOWN = "titian.officer.codes.shown";

    private final ProofDesk desk;
    private final Threshold threshold;
    private final Places places;
    private final AccountDesk accounts;
    private final Clock clock;

    SetUpController(ProofDesk desk, Threshold threshold, Places places, AccountDesk accounts, Clock clock) {
        this.desk = desk;
        this.threshold = threshold;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String begin(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response) {
        return page(me, Problems.NONE, page, model, response);
    }

    @PostMapping(HERE)
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kode", defaultValue = "") String code,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpSession session,
            HttpServletResponse response) {
        try {
            keep(me, desk.confirm(me.account(), code), session, clock.instant());
            return "redirect:" + PAPER;
        } catch (OfficerRefused.OtherWay _) {
            return "redirect:" + ProofController.HERE;
        } catch (OfficerRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, Refusals.of(refused, page.words()), page, model, response);
        }
    }

    /** Whose codes are shown next, and since when. */
    private record Shown(AccountId holder, Instant at) implements Serializable {

        boolean proves(SignedIn who, Instant now) {
            return holder.equals(who.account()) && at.plus(GraveActs.FRESH).isAfter(now);
        }
    }

    /** These codes are shown next. */
    static void keep(SignedIn me, List<String> codes, HttpSession session, Instant now) {
        session.setAttribute(CODES, new ArrayList<>(codes));
        session.setAttribute(SHOWN, new Shown(me.account(), now));
    }

    /** The codes to keep on paper are shown until their holder says that they are kept. */
    @GetMapping(PAPER)
    String paper(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpSession session,
            HttpServletResponse response) {
        if (!(session.getAttribute(CODES) instanceof List<?> codes) || !isFor(me, session)) {
            return "redirect:" + ProofController.HERE;
        }
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute(
                "codes", codes.stream().map(code -> spelled(code.toString())).toList());
        response.setHeader("Cache-Control", "no-store");
        return "officer/paper";
    }

    private static boolean isFor(SignedIn me, HttpSession session) {
        return session.getAttribute(SHOWN) instanceof Shown shown
                && shown.holder().equals(me.account());
    }

    /** Lets in whoever has set up a proof just now. Whoever is in has shown none by renewing the paper. */
    @PostMapping(PAPER)
    String kept(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession();
        var proven = session.getAttribute(SHOWN) instanceof Shown shown && shown.proves(me, clock.instant());
        session.removeAttribute(CODES);
        session.removeAttribute(SHOWN);
        if (!me.isUnproven()) {
            return "redirect:" + OwnPostController.HERE;
        }
        if (!proven) {
            return "redirect:" + ProofController.HERE;
        }
        return threshold.cross(me, page, next, request, response);
    }

    private static String spelled(String code) {
        return code.substring(0, code.length() / 2) + "-" + code.substring(code.length() / 2);
    }

    private String page(SignedIn me, Problems problems, Page page, Model model, HttpServletResponse response) {
        try {
            var authenticator = desk.setUp(me.account());
            var holder = accounts.contact(me.account()).map(Contact::email).orElseThrow();
            model.addAttribute(
                    "picture", QrCode.of(authenticator.address(SERVICE, holder).toString()));
            model.addAttribute("secret", authenticator.spelled());
        } catch (OfficerRefused.OtherWay _) {
            return "redirect:" + ProofController.HERE;
        }
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("problems", problems);
        response.setHeader("Cache-Control", "no-store");
        return "officer/setup";
    }
}
