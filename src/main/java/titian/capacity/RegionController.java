package titian.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import titian.office.Cap;
import titian.office.Office;
import titian.office.PlanningDesk;
import titian.office.RegionalOffice;
import titian.office.Template;
import titian.queue.Officer;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Problems;
import titian.web.Words;

/** How many places a day a regional office allows its offices, and the form that changes it. */
@Controller
class RegionController {

    private static final String HOME = "/petugas/wilayah";
    private static final int MOST = 100_000;

    private final PlanningDesk planning;
    private final Trials trials;
    private final Clock clock;

    RegionController(PlanningDesk planning, Trials trials, Clock clock) {
        this.planning = planning;
        this.trials = trials;
        this.clock = clock;
    }

    /** For which office, or all, from when on, and how many, as typed. */
    record CapForm(String kantor, String mulai, String tempat) {

        CapForm(@Nullable String kantor, @Nullable String mulai, @Nullable String tempat) {
            this.kantor = Typed.line(kantor);
            this.mulai = Typed.line(mulai);
            this.tempat = Typed.line(tempat);
        }
    }

    /** An office of the province: how many places its busiest day of the week has by its plan, and what is allowed. */
    record Line(Office office, int planned, @Nullable Cap cap) {}

    @GetMapping(HOME)
    ModelAndView region(@AuthenticationPrincipal SignedIn me) {
        var regional = regional(me);
        return page(regional, new CapForm("", today(regional).plusDays(1).toString(), ""), Problems.NONE);
    }

    @Grave
    @PostMapping(HOME)
    ModelAndView allow(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute CapForm form,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next,
            Locale locale) {
        var regional = regional(me);
        var typed = new Typed(Words.in(locale));
        var change = read(regional, form, typed);
        if (change.isEmpty() || "ubah".equals(sent.getFirst("langkah"))) {
            return page(regional, form, typed.problems());
        }
        var result = trials.take(regional.id(), change.get(), me, HOME, sent, locale);
        if (result.isSaved()) {
            next.addFlashAttribute("told", "capacity.region.saved");
            return new ModelAndView("redirect:" + HOME);
        }
        return new ModelAndView("capacity/trial")
                .addObject("region", regional)
                .addObject("trial", result.trial())
                .addObject("problems", result.problems());
    }

    private Optional<PlanChange> read(RegionalOffice regional, CapForm form, Typed typed) {
        var office = planning.officesOf(regional).stream()
                .map(Office::id)
                .filter(id -> id.value().equals(form.kantor()))
                .findFirst()
                .orElse(null);
        if (office == null && !form.kantor().isEmpty()) {
            typed.wrong("kantor", "capacity.problem.office");
        }
        var from = typed.day("mulai", form.mulai(), today(regional));
        var places = typed.number("tempat", form.tempat(), 0, MOST);
        return typed.fits()
                ? Optional.of(new PlanChange.Limit(new Cap(regional.province().code(), office, from, places)))
                : Optional.empty();
    }

    private ModelAndView page(RegionalOffice regional, CapForm form, Problems problems) {
        var offices = planning.officesOf(regional);
        var today = today(regional);
        Map<String, String> names = new LinkedHashMap<>();
        offices.forEach(office -> names.put(office.id().value(), office.name()));
        List<Line> lines = offices.stream().map(office -> line(office, today)).toList();
        return new ModelAndView("capacity/region")
                .addObject("region", regional)
                .addObject("form", form)
                .addObject("names", names)
                .addObject("lines", lines)
                .addObject("caps", planning.caps(regional))
                .addObject("problems", problems);
    }

    private Line line(Office office, LocalDate today) {
        var planned = planning.week(office.id(), ServiceLane.PASSPORT, today).values().stream()
                .mapToInt(Template::placesADay)
                .max()
                .orElse(0);
        return new Line(office, planned, planning.cap(office.id(), today).orElse(null));
    }

    /** It is as late as at the westernmost of its offices, so that no day is over for one of them. */
    private LocalDate today(RegionalOffice regional) {
        return planning.officesOf(regional).stream()
                .map(office -> office.day(clock.instant()))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private RegionalOffice regional(SignedIn me) {
        return planning.regionalOffice(Officer.of(me).office())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
