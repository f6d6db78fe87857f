package titian.visit;

import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.allowance.RegistryAllowance;
import titian.allowance.TooManyAttempts;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** Who comes: the name, the number and the day of birth of each. */
@Controller
class GuestsController {

    private final VisitDesk desk;
    private final Arranging arranging;
    private final RegistryDesk registry;
    private final RegistryAllowance allowance;
    private final Clock clock;

    GuestsController(
            VisitDesk desk, Arranging arranging, RegistryDesk registry, RegistryAllowance allowance, Clock clock) {
        this.desk = desk;
        this.arranging = arranging;
        this.registry = registry;
        this.allowance = allowance;
        this.clock = clock;
    }

    @GetMapping("/janji/{id}/orang")
    ModelAndView ask(@PathVariable VisitId id, @AuthenticationPrincipal SignedIn me) {
        var visit = desk.find(id, me.account());
        return visit.booked() ? VisitController.to(visit.address("")) : page(visit, GuestForm.BLANK, Problems.NONE);
    }

    /** The registry is asked between transactions; only a number it says must not be used keeps anybody away. */
    @PostMapping("/janji/{id}/orang")
    ModelAndView add(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") GuestForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page) {
        var visit = desk.find(id, me.account());
        var office = arranging.office(visit.office());
        form.check(found, arranging.today(office));
        if (found.hasErrors()) {
            return page(visit, form, Problems.of(found, page.words()));
        }
        try {
            desk.add(visit, guest(form, visit), arranging.policy(office).groupLimit());
        } catch (TooManyAttempts _) {
            return page(visit, form, Problems.of("nik", page.text("visit.refused.asked-too-often")));
        } catch (VisitRefused refused) {
            return page(visit, form, Problems.of("nik", page.text(key(refused), DraftDesk.MOST_UNDER_WAY)));
        } catch (ApplicationRefused.AlreadyLive live) {
            var text = page.text(live.other() == null ? "visit.live.elsewhere" : "visit.live.mine");
            return page(visit, form, Problems.of("nik", text));
        }
        return VisitController.to(visit.address("/orang"));
    }

    private Guest guest(GuestForm form, Visit visit) {
        var person = form.person();
        allowance.take(visit.account());
        var said = registry.check(person);
        if (said instanceof RegistryAnswer.Unusable) {
            throw new VisitRefused.NumberUnusable();
        }
        var today = arranging.today(arranging.office(visit.office()));
        return new Guest(
                1,
                ApplicationId.next(),
                form.service(today),
                person.name(),
                person.nik(),
                person.birthDate(),
                said,
                clock.instant());
    }

    private static String key(VisitRefused refused) {
        return switch (refused) {
            case VisitRefused.GroupFull _ -> "visit.refused.group-full";
            case VisitRefused.NamedTwice _ -> "visit.refused.named-twice";
            case VisitRefused.NumberUnusable _ -> "visit.refused.unusable";
            case VisitRefused.TooMany _ -> "visit.refused.too-many";
            case VisitRefused.HoldOver _ -> "visit.refused.hold-over";
        };
    }

    @PostMapping("/janji/{id}/hapus")
    ModelAndView remove(@PathVariable VisitId id, @AuthenticationPrincipal SignedIn me, @RequestParam int nomor) {
        var visit = desk.find(id, me.account());
        desk.remove(visit, nomor);
        return VisitController.to(visit.address("/orang"));
    }

    private ModelAndView page(Visit visit, GuestForm form, Problems problems) {
        var office = arranging.office(visit.office());
        return new ModelAndView("visit/guests", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("visit", visit)
                .addObject("office", office)
                .addObject("policy", arranging.policy(office))
                .addObject("form", form)
                .addObject("problems", problems);
    }
}
