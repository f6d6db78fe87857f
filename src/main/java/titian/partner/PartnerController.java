package titian.partner;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;

/** With whom an office has an agreement, for its administrator. Who acts for them is said where officers are. */
@Controller
@RequestMapping("/petugas/kantor/mitra")
class PartnerController {

    private static final String HERE = "redirect:/petugas/kantor/mitra";
    private static final int LONGEST = 100;

    private final PartnerDesk desk;
    private final OfficeDesk offices;

    PartnerController(PartnerDesk desk, OfficeDesk offices) {
        this.desk = desk;
        this.offices = offices;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn me) {
        return page(me, "", Problems.NONE);
    }

    @Grave
    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "nama", defaultValue = "") String typed,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        var name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST) {
            return page(me, name, Problems.of("nama", page.text("partner.name.missing")));
        }
        if (desk.add(office(me), name).isEmpty()) {
            return page(me, name, Problems.of("nama", page.text("partner.name.taken")));
        }
        next.addFlashAttribute("said", page.text("partner.added", name));
        return new ModelAndView(HERE);
    }

    @Grave
    @PostMapping("/{partner}/akhiri")
    ModelAndView end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OfficeId partner,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        if (!desk.end(partner, office(me))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute("said", page.text("partner.ended"));
        return new ModelAndView(HERE);
    }

    private ModelAndView page(SignedIn me, String typed, Problems problems) {
        return new ModelAndView("partner/list", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("office", offices.find(office(me)).map(Office::name).orElse(""))
                .addObject("partners", desk.of(office(me)))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    private static OfficeId office(SignedIn me) {
        return Objects.requireNonNull(me.office(), "an administrator has an office");
    }
}
