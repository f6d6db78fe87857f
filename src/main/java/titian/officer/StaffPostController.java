package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import titian.account.Post;
import titian.account.PostDesk;
import titian.account.PostRefused;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;

/** One officer, as those see them who look after the place: roles, last day, days away, the second proof, the end. */
@Controller
class StaffPostController {

    private static final String HERE = StaffController.HERE + "/{id}";
    private static final int LONGEST_REASON = 300;

    private final PostDesk posts;
    private final ProofDesk proofs;
    private final Staff staff;
    private final Places places;

    StaffPostController(PostDesk posts, ProofDesk proofs, Staff staff, Places places) {
        this.posts = posts;
        this.proofs = proofs;
        this.staff = staff;
        this.places = places;
    }

    private interface Change {

        void on(Post post);
    }

    @ModelAttribute("typed")
    Typed typed(HttpServletRequest request) {
        return Typed.of(request);
    }

    @ShowsPeople(Errand.STAFF)
    @GetMapping(HERE)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        return page(me, staff.find(me, id, page.words()), Problems.NONE, page, model);
    }

    @Grave
    @PostMapping(HERE + "/peran")
    String roles(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(name = "roles", required = false) @Nullable List<String> names,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        var roles = staff.chosen(me, post.place(), names == null ? List.of() : names);
        if (roles.isEmpty() || names == null || roles.size() != names.size()) {
            return problem(me, post, "roles", "officer.invite.roles.none", page, model, response);
        }
        return change(
                me,
                post,
                "roles",
                one -> posts.change(one.officer(), staff.within(one), roles, ""),
                page,
                model,
                response,
                next);
    }

    @Grave
    @PostMapping(HERE + "/sampai")
    String limit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(name = "hari", defaultValue = "") String typed,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        var day = day(typed);
        if (day.isEmpty() && !typed.isBlank()) {
            return problem(me, post, "hari", "officer.day.malformed", page, model, response);
        }
        return change(
                me,
                post,
                "hari",
                one -> posts.limit(one.officer(), staff.within(one), day.orElse(null), ""),
                page,
                model,
                response,
                next);
    }

    @PostMapping(HERE + "/cuti")
    String leave(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(name = "mulai", defaultValue = "") String from,
            @RequestParam(name = "selesai", defaultValue = "") String until,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        if (day(from).isEmpty() || day(until).isEmpty()) {
            return problem(
                    me,
                    post,
                    day(from).isEmpty() ? "mulai" : "selesai",
                    "officer.day.malformed",
                    page,
                    model,
                    response);
        }
        return change(
                me,
                post,
                "mulai",
                one -> posts.leave(
                        one.officer(),
                        staff.within(one),
                        day(from).orElseThrow(),
                        day(until).orElseThrow()),
                page,
                model,
                response,
                next);
    }

    @PostMapping(HERE + "/cuti/{leave}/batal")
    String stay(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @PathVariable UUID leave,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        posts.cancelLeave(post.officer(), staff.within(post), leave);
        next.addFlashAttribute("said", page.text("officer.saved"));
        return "redirect:" + StaffController.HERE + "/" + post.officer();
    }

    @Grave
    @PostMapping(HERE + "/bukti")
    String renewProof(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        proofs.reset(post.officer());
        next.addFlashAttribute("said", page.text("officer.proof-reset"));
        return "redirect:" + StaffController.HERE + "/" + post.officer();
    }

    @Grave
    @PostMapping(HERE + "/akhiri")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(name = "alasan", defaultValue = "") String reason,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var post = staff.find(me, id, page.words());
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return problem(me, post, "alasan", "officer.end.why", page, model, response);
        }
        try {
            posts.end(post.officer(), staff.within(post), why);
        } catch (PostRefused refused) {
            return problem(me, post, "alasan", text(refused), page, model, response);
        }
        next.addFlashAttribute("said", page.text("officer.ended", post.name()));
        return "redirect:" + StaffController.HERE + "?kantor=" + post.place();
    }

    private String change(
            SignedIn me,
            Post post,
            String field,
            Change change,
            Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            change.on(post);
        } catch (PostRefused refused) {
            return problem(me, post, field, text(refused), page, model, response);
        }
        next.addFlashAttribute("said", page.text("officer.saved"));
        return "redirect:" + StaffController.HERE + "/" + post.officer();
    }

    static String text(PostRefused refused) {
        return switch (refused) {
            case PostRefused.LastAdministrator _ -> "officer.last-administrator";
            case PostRefused.WrongDays _ -> "officer.day.wrong";
            case PostRefused.NotHere _ -> "officer.gone";
            case PostRefused.ServesElsewhere _ -> "officer.elsewhere";
        };
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private String problem(
            SignedIn me, Post post, String field, String text, Page page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, post, Problems.of(field, page.text(text)), page, model);
    }

    private String page(SignedIn me, Post post, Problems problems, Page page, Model model) {
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("placeName", places.name(post.place(), page.words()));
        model.addAttribute("post", post);
        model.addAttribute("standing", post.standing(posts.today(post.place())));
        model.addAttribute("today", posts.today(post.place()));
        model.addAttribute("roles", staff.roles(me, post.place(), page.words()));
        model.addAttribute("hasProof", proofs.isSetUp(post.officer()));
        model.addAttribute("problems", problems);
        return "officer/post";
    }
}
