package titian.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.EmailAddress;
import titian.account.Post;
import titian.account.PostDesk;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;

/** The officers of a place: who serves, who was asked to, and the form that asks another. */
@Controller
class StaffController {

    static final String HERE = "/petugas/pegawai";

    /** One officer in the list. */
    record Line(Post post, Post.Standing standing, boolean isOpen) {

        @Override
        public String toString() {
            return post.toString();
        }
    }

    private final PostDesk posts;
    private final InvitationDesk invitations;
    private final Staff staff;
    private final Places places;

    StaffController(PostDesk posts, InvitationDesk invitations, Staff staff, Places places) {
        this.posts = posts;
        this.invitations = invitations;
        this.staff = staff;
        this.places = places;
    }

    @ShowsPeople(Errand.STAFF)
    @GetMapping(HERE)
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kantor", defaultValue = "") String asked,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        var place = staff.place(me, asked, page.words());
        List<Line> lines = posts.at(place).stream()
                .map(post -> new Line(post, post.standing(posts.today(place)), staff.mayChange(me, post)))
                .toList();
        head(me, place, page, model);
        model.addAttribute("places", places.within(me, page.words()));
        model.addAttribute("lines", lines);
        model.addAttribute("invitations", invitations.open(place));
        return "officer/staff";
    }

    @GetMapping(HERE + "/undang")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kantor", defaultValue = "") String asked,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        var place = staff.place(me, asked, page.words());
        return form(me, place, InviteForm.BLANK, Problems.NONE, page, model);
    }

    @Grave
    @PostMapping(HERE + "/undang")
    String invite(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kantor", defaultValue = "") String asked,
            @Validated @ModelAttribute("form") InviteForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var place = staff.place(me, asked, page.words());
        var email = EmailAddress.read(form.email());
        var roles = staff.chosen(me, place, form.roles());
        if (email.isEmpty() && !found.hasFieldErrors("email")) {
            found.rejectValue("email", "officer.invite.email.malformed");
        }
        if (roles.isEmpty() || roles.size() != form.roles().size()) {
            found.rejectValue("roles", "officer.invite.roles.none");
        }
        if (found.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(me, place, form, Problems.of(found, page.words()), page, model);
        }
        invitations.invite(email.orElseThrow(), form.name(), place, roles, me.account());
        next.addFlashAttribute("said", page.text("officer.invited", form.name()));
        return "redirect:" + HERE + "?kantor=" + place;
    }

    @Grave
    @PostMapping(HERE + "/undangan/{id}/batal")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        var place = invitations
                .open(id)
                .filter(open -> places.within(me, page.words()).containsKey(open.place())
                        && places.reach(me, open.place()).containsAll(open.roles()))
                .map(Invitation::place)
                .orElseThrow(Staff::missing);
        invitations.withdraw(id, List.of(place));
        next.addFlashAttribute("said", page.text("officer.withdrawn"));
        return "redirect:" + HERE + "?kantor=" + place;
    }

    private String form(SignedIn me, OfficeId place, InviteForm form, Problems problems, Page page, Model model) {
        head(me, place, page, model);
        model.addAttribute("form", form);
        model.addAttribute("roles", staff.roles(me, place, page.words()));
        model.addAttribute("problems", problems);
        return "officer/invite";
    }

    private void head(SignedIn me, OfficeId place, Page page, Model model) {
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("place", place);
        model.addAttribute("placeName", places.name(place, page.words()));
    }
}
