package titian.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.AccountDesk;
import titian.session.Hours;
import titian.session.Session;
import titian.session.Session.Notice;
import titian.session.SessionDesk;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The page on which people look after their own account: the password, and where they are signed in. */
@Controller
class OwnAccountController {

    private final AccountDesk accounts;
    private final OwnPassword password;
    private final SessionDesk sessions;
    private final List<OtherWayIn> others;

    OwnAccountController(AccountDesk accounts, OwnPassword password, SessionDesk sessions, List<OtherWayIn> others) {
        this.accounts = accounts;
        this.password = password;
        this.sessions = sessions;
        this.others = others;
    }

    @GetMapping("/akun")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("problems", Problems.NONE);
        Session.said(request).ifPresent(notice -> model.addAttribute("said", Hours.tell(notice, page.words())));
        return page(me, model, request);
    }

    @PostMapping("/akun/sandi")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") ChangeForm form,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problem = password.change(me, form.current(), form.password(), page.words(), request);
        if (problem.isEmpty()) {
            Session.say(request, new Notice("account.change.done", "", null));
            return "redirect:/akun";
        }
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, model, request);
    }

    @PostMapping("/akun/perangkat/{key}/keluar")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable String key, HttpServletRequest request) {
        sessions.end(me.account(), key);
        Session.say(request, new Notice("account.seats.ended", "", null));
        return "redirect:/akun";
    }

    @PostMapping("/akun/perangkat/keluar")
    String endOthers(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
        sessions.endOthers(me.account(), request.getSession().getId());
        Session.say(request, new Notice("account.seats.ended", "", null));
        return "redirect:/akun";
    }

    private String page(SignedIn me, Model model, HttpServletRequest request) {
        model.addAttribute("others", !OtherWayIn.all(others).isEmpty());
        model.addAttribute("contact", accounts.contact(me.account()).orElseThrow());
        model.addAttribute(
                "seats", sessions.seats(me.account(), request.getSession().getId()));
        return "entry/akun";
    }
}
