package titian.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import titian.session.Hours;
import titian.session.Session;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** The page on which people sign in; Spring Security answers when they send it. */
@Controller
class SignInController {

    private final List<OtherWayIn> others;

    SignInController(List<OtherWayIn> others) {
        this.others = others;
    }

    @GetMapping("/masuk")
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request) {
        if (me != null) {
            return Session.home(me);
        }
        model.addAttribute("email", "");
        model.addAttribute("problems", Problems.NONE);
        model.addAttribute("awaits", Session.awaited(request).isPresent());
        model.addAttribute("others", OtherWayIn.all(others));
        Session.said(request).ifPresent(notice -> {
            model.addAttribute("email", notice.email());
            if (notice.text().equals(SignInRefusals.WRONG)) {
                model.addAttribute("problems", Problems.of("surel", page.text(notice.text())));
            } else {
                model.addAttribute("said", Hours.tell(notice, page.words()));
                model.addAttribute("calm", notice.text().equals(OwnPassword.RENEWED));
            }
        });
        return "entry/masuk";
    }
}
