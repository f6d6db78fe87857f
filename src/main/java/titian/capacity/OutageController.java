package titian.capacity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.Outage;
import titian.office.PlanningDesk;
import titian.shared.PassportType;
import titian.shared.SignedIn;
import titian.web.Grave;
import titian.web.Problems;
import titian.web.Words;

/** The form of an outage: which book an office cannot issue, until when, and why. */
@Controller
class OutageController {

    private static final String ADDRESS = "/petugas/kapasitas/gangguan";

    private final PlanningDesk planning;
    private final Here here;

    OutageController(PlanningDesk planning, Here here) {
        this.planning = planning;
        this.here = here;
    }

    /** The key makes a second press the same report. */
    record OutageForm(String kunci, String jenis, String mulai, String sampai, String alasan, String alasanInggris) {

        OutageForm(
                @Nullable String kunci,
                @Nullable String jenis,
                @Nullable String mulai,
                @Nullable String sampai,
                @Nullable String alasan,
                @Nullable String alasanInggris) {
            this.kunci = Typed.line(kunci);
            this.jenis = Typed.line(jenis);
            this.mulai = Typed.line(mulai);
            this.sampai = Typed.line(sampai);
            this.alasan = Typed.line(alasan);
            this.alasanInggris = Typed.line(alasanInggris);
        }
    }

    @GetMapping(ADDRESS)
    ModelAndView ask(@AuthenticationPrincipal SignedIn me) {
        var at = here.of(me);
        var form = new OutageForm(UUID.randomUUID().toString(), "", at.today().toString(), "", "", "");
        return page(at, form, Problems.NONE);
    }

    @Grave
    @PostMapping(ADDRESS)
    ModelAndView report(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute OutageForm form,
            RedirectAttributes next,
            Locale locale) {
        var at = here.of(me);
        var typed = new Typed(Words.in(locale));
        var outage = read(at, form, typed);
        if (outage.isEmpty()) {
            return page(at, form, typed.problems());
        }
        planning.reportOutage(outage.get());
        next.addFlashAttribute("told", "capacity.outage.saved");
        return new ModelAndView("redirect:" + PlanController.HOME);
    }

    @PostMapping(ADDRESS + "/{id}/selesai")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var at = here.of(me);
        planning.endOutage(id, at.office().id(), at.today());
        next.addFlashAttribute("told", "capacity.outage.ended");
        return "redirect:" + PlanController.HOME;
    }

    private static Optional<Outage> read(Here.At at, OutageForm form, Typed typed) {
        var type = Stream.of(PassportType.values())
                .filter(known -> known.name().equals(form.jenis()))
                .findFirst();
        if (type.isEmpty()) {
            typed.wrong("jenis", "capacity.problem.book");
        }
        var first = typed.day("mulai", form.mulai(), at.today());
        var last = typed.day("sampai", form.sampai(), at.today());
        if (last.isBefore(first)) {
            typed.wrong("sampai", "capacity.problem.until");
        }
        var why = typed.said("alasan", form.alasan());
        return typed.fits() ? type.map(book -> outage(at, form, book, first, last, why)) : Optional.empty();
    }

    private static Outage outage(
            Here.At at, OutageForm form, PassportType book, LocalDate first, LocalDate last, String why) {
        var inEnglish = form.alasanInggris().isEmpty() ? why : form.alasanInggris();
        return new Outage(key(form), at.office().id(), book, first, last, why, inEnglish);
    }

    private static UUID key(OutageForm form) {
        try {
            return UUID.fromString(form.kunci());
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private static ModelAndView page(Here.At at, OutageForm form, Problems problems) {
        return new ModelAndView("capacity/outage")
                .addObject("here", at)
                .addObject("form", form)
                .addObject("problems", problems);
    }
}
