package titian.capacity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.PlanningDesk;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The form of one day that is unlike its week: shut, served although it would not be, or as usual again. */
@Controller
class DayController {

    private static final String ADDRESS = "/petugas/kapasitas/hari";

    private final PlanningDesk planning;
    private final Trials trials;
    private final Here here;

    DayController(PlanningDesk planning, Trials trials, Here here) {
        this.planning = planning;
        this.trials = trials;
        this.here = here;
    }

    /** Which day, what becomes of it and why, as typed. */
    record DayForm(String tanggal, String jadi, String alasan, String alasanInggris) {

        static final String SHUT = "tutup";
        static final String EXTRA = "buka";
        static final String USUAL = "biasa";

        DayForm(
                @Nullable String tanggal,
                @Nullable String jadi,
                @Nullable String alasan,
                @Nullable String alasanInggris) {
            this.tanggal = Typed.line(tanggal);
            this.jadi = Typed.line(jadi);
            this.alasan = Typed.line(alasan);
            this.alasanInggris = Typed.line(alasanInggris);
        }
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String tanggal,
            @RequestParam(defaultValue = DayForm.SHUT) String jadi) {
        var at = here.of(me);
        var hours = planning.week(at.office().id(), ServiceLane.PASSPORT, at.today()).values().stream()
                .filter(template -> template.places() > 0)
                .findFirst()
                .map(HoursForm::of)
                .orElseGet(HoursForm::usual);
        return page(at, new DayForm(tanggal, jadi, "", ""), hours, Problems.NONE);
    }

    @Grave
    @ShowsPeople(Errand.PLANNING)
    @PostMapping(ADDRESS)
    ModelAndView take(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute DayForm form,
            @ModelAttribute HoursForm hours,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next,
            Locale locale) {
        var at = here.of(me);
        var typed = new Typed(Words.in(locale));
        var change = read(form, hours, at.today(), typed);
        if (change.isEmpty() || "ubah".equals(sent.getFirst("langkah"))) {
            return page(at, form, hours, typed.problems());
        }
        var result = trials.take(at.office().id(), change.get(), me, ADDRESS, sent, locale);
        if (result.isSaved()) {
            next.addFlashAttribute("told", "capacity.saved");
            return new ModelAndView("redirect:" + PlanController.HOME);
        }
        return result.trial() == null
                ? page(at, form, hours, result.problems())
                : new ModelAndView("capacity/trial")
                        .addObject("here", at)
                        .addObject("trial", result.trial())
                        .addObject("problems", result.problems());
    }

    private static Optional<PlanChange> read(DayForm form, HoursForm hours, LocalDate today, Typed typed) {
        var day = typed.day("tanggal", form.tanggal(), today);
        return switch (form.jadi()) {
            case DayForm.SHUT -> {
                var why = typed.said("alasan", form.alasan());
                yield typed.fits() ? Optional.of(new PlanChange.Shut(day, why, inEnglish(form))) : Optional.empty();
            }
            case DayForm.EXTRA -> {
                var why = typed.said("alasan", form.alasan());
                var template = hours.read(typed);
                yield typed.fits()
                        ? template.map(served -> new PlanChange.Extra(day, served, why, inEnglish(form)))
                        : Optional.empty();
            }
            case DayForm.USUAL -> typed.fits() ? Optional.of(new PlanChange.AsUsual(day)) : Optional.empty();
            default -> {
                typed.wrong("jadi", "capacity.problem.kind");
                yield Optional.empty();
            }
        };
    }

    private static String inEnglish(DayForm form) {
        return form.alasanInggris().isEmpty() ? form.alasan() : form.alasanInggris();
    }

    private static ModelAndView page(Here.At at, DayForm form, HoursForm hours, Problems problems) {
        return new ModelAndView("capacity/day")
                .addObject("here", at)
                .addObject("form", form)
                .addObject("hours", hours)
                .addObject("problems", problems);
    }
}
