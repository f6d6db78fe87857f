package titian.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.TooManyAttempts;
import titian.account.AccountRefused.WrongSignIn;
import titian.account.Session.Notice;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page on which people look after their own account: the password, and where they are signed in. */
@Controller
class OwnAccountController {

    private final AccountDesk accounts;
    private final SignInDesk signIns;
    private final PasswordDesk desk;
    private final SessionDesk sessions;
    private final Passwords passwords;
    private final List<OtherWayIn> others;

    OwnAccountController(
            AccountDesk accounts,
            SignInDesk signIns,
            PasswordDesk desk,
            SessionDesk sessions,
            Passwords passwords,
            List<OtherWayIn> others) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.desk = desk;
        this.sessions = sessions;
        this.passwords = passwords;
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
        var problem = change(me, form, page.words(), request);
        if (problem.isEmpty()) {
            Session.say(request, new Notice("account.change.done", "", null));
            return "redirect:/akun";
        }
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, model, request);
    }

    private Optional<Problems> change(SignedIn me, ChangeForm form, Words words, HttpServletRequest request) {
        var email = accounts.contact(me.account()).orElseThrow().signInName();
        var unfit = passwords.problem(form.password(), email, me.name());
        if (unfit.isPresent()) {
            return Optional.of(Problems.of("password", words.text(unfit.get())));
        }
        try {
            var account = signIns.begin(email, request.getRemoteAddr()).orElseThrow(WrongSignIn::new);
            if (!passwords.match(form.current(), account.password())) {
                throw new WrongSignIn();
            }
            signIns.succeed(account, request.getRemoteAddr());
            desk.change(
                    account,
                    passwords.hash(form.password()),
                    request.getSession().getId());
            return Optional.empty();
        } catch (WrongSignIn _) {
            return Optional.of(Problems.of("current", words.text("account.change.wrong")));
        } catch (TooManyAttempts many) {
            var until = Hours.from(many.until(), words);
            return Optional.of(Problems.of("current", words.text("account.sign-in.too-many", until)));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("account.busy")));
        }
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
        return "account/akun";
    }

    static String words(SessionDesk.Seat seat, Words words) {
        return words.text(
                switch (seat.device()) {
                    case ANDROID -> "account.device.android";
                    case APPLE_MOBILE -> "account.device.apple-mobile";
                    case WINDOWS -> "account.device.windows";
                    case MAC -> "account.device.mac";
                    case LINUX -> "account.device.linux";
                    case OTHER -> "account.device.other";
                });
    }
}
