package titian.capacity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.capacity.PlanChange.Week;
import titian.office.PlanningDesk;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The form of a weekly template: for which days of the week, from when on, and how they are served. */
@Controller
class WeekController {

    private static final String ADDRESS = "/petugas/kapasitas/pekan";

    private final PlanningDesk planning;
    private final Trials trials;
    private final Here here;

    WeekController(PlanningDesk planning, Trials trials, Here here) {
        this.planning = planning;
        this.trials = trials;
        this.here = here;
    }

    /** Which days, and from when until when, as typed. */
    record WeekForm(String jalur, List<String> hari, String mulai, String sampai) {

        WeekForm(@Nullable String jalur, @Nullable List<String> hari, @Nullable String mulai, @Nullable String sampai) {
            this.jalur = Typed.line(jalur);
            this.hari = hari == null ? List.of() : List.copyOf(hari);
            this.mulai = Typed.line(mulai);
            this.sampai = Typed.line(sampai);
        }

        Set<DayOfWeek> weekdays() {
            return hari.stream()
                    .filter(day -> day.matches("[1-7]"))
                    .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                    .collect(Collectors.toSet());
        }
    }

    /** What is filled in at first: a day of the week as it is served now. */
    @GetMapping(ADDRESS)
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "PASSPORT") ServiceLane jalur,
            @RequestParam(defaultValue = "") String hari) {
        var at = here.of(me);
        var week = planning.week(at.office().id(), jalur, at.today());
        var serving = week.entrySet().stream()
                .filter(day -> hari.isEmpty()
                        ? day.getValue().places() > 0
                        : String.valueOf(day.getKey().getValue()).equals(hari))
                .findFirst();
        var days = hari.isEmpty()
                ? week.entrySet().stream()
                        .filter(day -> Optional.of(day.getValue()).equals(serving.map(Map.Entry::getValue)))
                        .map(day -> String.valueOf(day.getKey().getValue()))
                        .toList()
                : List.of(hari);
        var form = new WeekForm(jalur.name(), days, at.today().plusDays(1).toString(), "");
        var hours = serving.map(day -> HoursForm.of(day.getValue())).orElseGet(HoursForm::usual);
        return page(at, form, hours, Problems.NONE);
    }

    @Grave
    @ShowsPeople(Errand.PLANNING)
    @PostMapping(ADDRESS)
    ModelAndView take(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute WeekForm form,
            @ModelAttribute HoursForm hours,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next,
            Locale locale) {
        var at = here.of(me);
        var lane = PlanController.lane(form.jalur())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var typed = new Typed(Words.in(locale));
        var change = read(form, lane, hours, at.today(), typed);
        if (change.isEmpty() || "ubah".equals(sent.getFirst("langkah"))) {
            return page(at, form, hours, typed.problems());
        }
        var result = trials.take(at.office().id(), change.get(), me, ADDRESS, sent, locale);
        if (result.isSaved()) {
            next.addFlashAttribute("told", "capacity.saved");
            return new ModelAndView("redirect:" + PlanController.HOME + "?jalur=" + form.jalur());
        }
        return result.trial() == null
                ? page(at, form, hours, result.problems())
                : new ModelAndView("capacity/trial")
                        .addObject("here", at)
                        .addObject("trial", result.trial())
                        .addObject("problems", result.problems());
    }

    private static Optional<Week> read(WeekForm form, ServiceLane lane, HoursForm hours, LocalDate today, Typed typed) {
        if (form.weekdays().isEmpty()) {
            typed.wrong("hari", "capacity.problem.weekdays");
        }
        var from = typed.day("mulai", form.mulai(), today);
        var until = form.sampai().isEmpty() ? null : typed.day("sampai", form.sampai(), today);
        if (until != null && until.isBefore(from)) {
            typed.wrong("sampai", "capacity.problem.until");
        }
        var template = hours.read(typed);
        return typed.fits() ? template.map(day -> new Week(lane, from, until, form.weekdays(), day)) : Optional.empty();
    }

    private static ModelAndView page(Here.At at, WeekForm form, HoursForm hours, Problems problems) {
        return new ModelAndView("capacity/week")
                .addObject("here", at)
                .addObject("form", form)
                .addObject("hours", hours)
                .addObject("problems", problems);
    }
}
