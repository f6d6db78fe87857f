package titian.external;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.shared.SignedIn;
import titian.web.Page;

/** The page on which people see which providers open their account, and take one away. */
@Controller
class LinksController {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    /** A provider, and since which day it opens the account. */
    record Line(String provider, String name, @Nullable String since) {}

    private final Providers providers;
    private final LinkDesk desk;

    LinksController(Providers providers, LinkDesk desk) {
        this.providers = providers;
        this.desk = desk;
    }

    @GetMapping("/akun/luar")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        var links = desk.of(me.account());
        model.addAttribute(
                "lines",
                providers.names().entrySet().stream()
                        .map(provider -> new Line(
                                provider.getKey(),
                                provider.getValue(),
                                links.stream()
                                        .filter(link -> link.provider().equals(provider.getKey()))
                                        .map(link -> page.words().date(LocalDate.ofInstant(link.linkedAt(), JAKARTA)))
                                        .findFirst()
                                        .orElse(null)))
                        .toList());
        return "external/hubungan";
    }

    @PostMapping("/akun/luar/{provider}/lepas")
    String unlink(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String provider,
            @ModelAttribute(name = "page", binding = false) Page page,
            RedirectAttributes next) {
        desk.unlink(me.account(), provider);
        next.addFlashAttribute("said", page.text("external.own.removed", providers.name(provider)));
        return "redirect:/akun/luar";
    }
}
