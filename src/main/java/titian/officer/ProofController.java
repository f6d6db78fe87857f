package titian.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The page between the password and the office: what an officer shows there. */
@Controller
class ProofController {

    static final String HERE = "/petugas/bukti";

    private final ProofDesk desk;
    private final Threshold threshold;
    private final Places places;

    ProofController(ProofDesk desk, Threshold threshold, Places places) {
        this.desk = desk;
        this.threshold = threshold;
        this.places = places;
    }

    @GetMapping(HERE)
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "cadangan", required = false) @Nullable String byPaper,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        if (!desk.isSetUp(me.account())) {
            return "redirect:" + SetUpController.HERE;
        }
        return page(me, byPaper != null, Problems.NONE, page, model);
    }

    @PostMapping(HERE)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kode", defaultValue = "") String code,
            @RequestParam(name = "cadangan", required = false) @Nullable String byPaper,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.prove(me.account(), code);
            return threshold.cross(me, page, next, request, response);
        } catch (OfficerRefused.OtherWay _) {
            return "redirect:" + SetUpController.HERE;
        } catch (OfficerRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, byPaper != null, Refusals.of(refused, page.words()), page, model);
        }
    }

    private String page(SignedIn me, boolean byPaper, Problems problems, Page page, Model model) {
        model.addAttribute("office", places.name(me, page.words()));
        model.addAttribute("byPaper", byPaper);
        model.addAttribute("hasApp", desk.hasApp(me.account()));
        model.addAttribute("hasPasskey", desk.hasPasskey(me.account()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", problems);
        }
        return "officer/proof";
    }
}
