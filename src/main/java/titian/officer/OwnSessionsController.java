package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.entry.OwnPassword;
import titian.session.SessionDesk;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;

/** Where an officer sees on which devices they are signed in, ends what is not theirs, and changes the password. */
@Controller
class OwnSessionsController {

    private static final String HERE = OwnPostController.HERE + "/sesi";

    private final SessionDesk sessions;
    private final OwnPassword passwords;
    private final Places places;

    OwnSessionsController(SessionDesk sessions, OwnPassword passwords, Places places) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.places = places;
    }

    @GetMapping(HERE)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request) {
        return page(me, Problems.NONE, page, model, request);
    }

    @Grave
    @PostMapping(HERE + "/{key}/akhiri")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String key,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        sessions.end(me.account(), key);
        next.addFlashAttribute("said", page.text("officer.sessions.ended"));
        return "redirect:" + HERE;
    }

    @Grave
    @PostMapping(HERE + "/akhiri")
    String endOthers(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        sessions.endOthers(me.account(), request.getSession().getId());
        next.addFlashAttribute("said", page.text("officer.sessions.ended"));
        return "redirect:" + HERE;
    }

    /** Not grave: the present password is asked for here, and a page that asks for a code would hold both. */
    @PostMapping(HERE + "/sandi")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "current", defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String password,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var problems = passwords.change(me, current, password, page.words(), request);
        if (problems.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, problems.get(), page, model, request);
        }
        next.addFlashAttribute("said", page.text("officer.password.changed"));
        return "redirect:" + HERE;
    }

    private String page(SignedIn me, Problems problems, Page page, Model model, HttpServletRequest request) {
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute(
                "seats", sessions.seats(me.account(), request.getSession().getId()));
        model.addAttribute("problems", problems);
        return "officer/sessions";
    }
}
