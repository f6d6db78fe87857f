package titian.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.EmailAddress;
import titian.account.Phone;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.phone.Carrier;
import titian.phone.Gateway;
import titian.shared.Nik;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The pages of customer service: somebody is found by their number, checked, and gets their account back. */
@Controller
class RescueController {

    private final RescueDesk desk;
    private final OfficeDesk offices;
    private final Gateway gateway;

    RescueController(RescueDesk desk, OfficeDesk offices, Gateway gateway) {
        this.desk = desk;
        this.offices = offices;
        this.gateway = gateway;
    }

    @GetMapping("/petugas/pelanggan")
    String ask(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("problems", Problems.NONE);
        return find(me, model);
    }

    /** The number is never in an address; what is found is shown at once. */
    @ShowsPeople(Errand.ACCOUNT_RECOVERY)
    @PostMapping("/petugas/pelanggan/cari")
    String lookUp(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String nik,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response) {
        var typed = Nik.tidy(nik);
        if (!typed.matches(Nik.FORMAT)) {
            return again(me, "nik", page.text("contact.rescue.nik.malformed"), model, response);
        }
        try {
            var found = desk.lookUp(me, new Nik(typed));
            if (found.isEmpty()) {
                return again(me, "nik", page.text("contact.rescue.none"), model, response);
            }
            if (found.size() == 1) {
                return "redirect:/petugas/pelanggan/"
                        + found.getFirst().rescue().id();
            }
            model.addAttribute("found", found);
            model.addAttribute("problems", Problems.NONE);
            return find(me, model);
        } catch (ChangeRefused.TooMany _) {
            return again(me, "nik", page.text("contact.rescue.too-many"), model, response);
        }
    }

    private String again(SignedIn me, String field, String text, Model model, HttpServletResponse response) {
        model.addAttribute("problems", Problems.of(field, text));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return find(me, model);
    }

    private String find(SignedIn me, Model model) {
        model.addAttribute("office", office(me));
        return "contact/pelanggan";
    }

    @GetMapping("/petugas/pelanggan/{rescue}")
    @ShowsPeople(Errand.ACCOUNT_RECOVERY)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID rescue,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model) {
        model.addAttribute("form", RescueForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        return show(me, seen(me, rescue), page.words(), model);
    }

    @Grave
    @PostMapping("/petugas/pelanggan/{rescue}")
    String begin(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID rescue,
            @ModelAttribute("form") RescueForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var seen = seen(me, rescue);
        form.check(found);
        var problem = found.hasErrors()
                ? Optional.of(Problems.of(found, page.words()))
                : begin(me, rescue, form, page.words());
        if (problem.isEmpty()) {
            next.addFlashAttribute("said", page.text("contact.rescue.begun"));
            return "redirect:/petugas/pelanggan";
        }
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(me, seen, page.words(), model);
    }

    private Optional<Problems> begin(SignedIn me, UUID rescue, RescueForm form, Words words) {
        try {
            var reason = Rescue.Reason.valueOf(form.reason());
            if (form.isEmail()) {
                desk.begin(me, rescue, reason, new EmailAddress(form.email()));
            } else {
                desk.begin(me, rescue, reason, new Phone(form.phone()), Carrier.valueOf(form.to()));
            }
            return Optional.empty();
        } catch (ChangeRefused.Same _) {
            return Optional.of(Problems.of("", words.text("contact.rescue.same")));
        } catch (ChangeRefused.TooMany _) {
            return Optional.of(Problems.of("", words.text("contact.rescue.too-often")));
        } catch (ChangeRefused.Expired _) {
            return Optional.of(Problems.of("", words.text("contact.rescue.expired")));
        }
    }

    private RescueDesk.Seen seen(SignedIn me, UUID rescue) {
        return desk.find(me, rescue).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(SignedIn me, RescueDesk.Seen seen, Words words, Model model) {
        model.addAttribute("office", office(me));
        model.addAttribute("seen", seen);
        model.addAttribute("reasons", reasons(words));
        model.addAttribute("ways", ways(words));
        return "contact/pulihkan";
    }

    private static Map<String, String> reasons(Words words) {
        var reasons = new LinkedHashMap<String, String>();
        for (var reason : Rescue.Reason.values()) {
            reasons.put(reason.name(), words.text("contact.rescue.reason." + reason));
        }
        return reasons;
    }

    private Map<String, String> ways(Words words) {
        var ways = new LinkedHashMap<String, String>();
        ways.put("EMAIL", words.text("contact.rescue.to.EMAIL"));
        if (gateway.isThere()) {
            for (var carrier : Carrier.values()) {
                ways.put(carrier.name(), words.text("contact.carrier." + carrier));
            }
        }
        return ways;
    }

    private String office(SignedIn me) {
        return offices.find(Objects.requireNonNull(me.office()))
                .map(Office::name)
                .orElse("");
    }
}
