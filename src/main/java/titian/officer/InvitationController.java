package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.account.AccountDesk;
import titian.account.AccountRefused;
import titian.account.PostRefused;
import titian.entry.EntryDesk;
import titian.session.Session;
import titian.web.Page;
import titian.web.Problems;

/**
 * Where the letter of an invitation leads: its reader chooses a password, then sets up the second proof. The link is
 * taken into the session at once, so that it stands in no address afterwards.
 */
@Controller
class InvitationController {

    private static final String HERE = "/undangan";
    private static final String KEPT = "titian.officer.invitation";

    private final InvitationDesk desk;
    private final AccountDesk accounts;
    private final EntryDesk entry;
    private final Places places;

    InvitationController(InvitationDesk desk, AccountDesk accounts, EntryDesk entry, Places places) {
        this.desk = desk;
        this.accounts = accounts;
        this.entry = entry;
        this.places = places;
    }

    @GetMapping(HERE + "/{id}/{key}")
    String open(@PathVariable String id, @PathVariable String key, HttpServletRequest request) {
        var found = uuid(id).flatMap(one -> uuid(key).flatMap(other -> desk.find(one, other)));
        request.getSession().removeAttribute(KEPT);
        found.ifPresent(invitation -> request.getSession().setAttribute(KEPT, invitation.id()));
        return "redirect:" + HERE;
    }

    @GetMapping(HERE)
    String ask(
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invitation = kept(request);
        if (invitation.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return page(invitation, Problems.NONE, page, model);
    }

    @PostMapping(HERE)
    String accept(
            @RequestParam(name = "sandi", defaultValue = "") String password,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invitation = kept(request);
        if (invitation.isEmpty()) {
            return "redirect:" + HERE;
        }
        var asked = invitation.get();
        var problem = accounts.passwordProblem(password, asked.email(), asked.name())
                .map(key -> Problems.of("sandi", page.text(key)))
                .or(() -> accept(asked, password, page, request, response));
        if (problem.isEmpty()) {
            return "redirect:" + ProofController.HERE;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(kept(request), problem.get(), page, model);
    }

    private Optional<Problems> accept(
            Invitation asked, String password, Page page, HttpServletRequest request, HttpServletResponse response) {
        try {
            var officer = desk.accept(asked.id(), password);
            request.getSession().removeAttribute(KEPT);
            Session.begin(request, response, entry.byPassword(officer));
            return Optional.empty();
        } catch (AccountRefused.AddressTaken _) {
            return Optional.of(Problems.of("", page.text("officer.accept.taken")));
        } catch (AccountRefused.Busy _) {
            return Optional.of(Problems.of("", page.text("account.busy")));
        } catch (PostRefused _) {
            return Optional.of(Problems.of("", page.text("officer.accept.serves")));
        } catch (OfficerRefused _) {
            return Optional.of(Problems.of("", page.text("officer.accept.over")));
        }
    }

    private Optional<Invitation> kept(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof UUID id ? desk.open(id) : Optional.empty();
    }

    private String page(Optional<Invitation> invitation, Problems problems, Page page, Model model) {
        model.addAttribute("problems", problems);
        if (invitation.isEmpty()) {
            return "officer/over";
        }
        var asked = invitation.get();
        model.addAttribute("invitation", asked);
        model.addAttribute("placeName", places.name(asked.place(), page.words()));
        return "officer/accept";
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
