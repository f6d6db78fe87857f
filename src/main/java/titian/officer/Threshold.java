package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.entry.EntryDesk;
import titian.session.Session;
import titian.shared.SignedIn;
import titian.web.Onward;
import titian.web.Page;

/** Lets in whoever has just shown a second proof. */
@Component
class Threshold {

    private final EntryDesk entry;
    private final ProofDesk desk;
    private final Onward onward;
    private final Clock clock;

    Threshold(EntryDesk entry, ProofDesk desk, Onward onward, Clock clock) {
        this.entry = entry;
        this.desk = desk;
        this.onward = onward;
        this.clock = clock;
    }

    /** To where they were going, under a new session name; out again, if they do not serve today. */
    String cross(
            SignedIn me, Page page, RedirectAttributes next, HttpServletRequest request, HttpServletResponse response) {
        var officer = entry.officer(me.account());
        if (officer.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, null);
            next.addFlashAttribute("said", page.text("officer.not-serving"));
            return "redirect:/masuk";
        }
        Session.begin(request, response, officer.get(), clock.instant());
        if (me.isUnproven()) {
            desk.enter(me.account());
        }
        return "redirect:" + onward.take(request, response, "/petugas");
    }
}
