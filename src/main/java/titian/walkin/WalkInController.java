package titian.walkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.office.Office;
import titian.queue.Officer;
import titian.shared.PriorityGroup;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.walkin.FindingDesk.Found;
import titian.walkin.FindingDesk.Standing;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.QrCode;
import titian.web.ShowsPeople;
import titian.web.Words;

/**
 * Where an officer gives somebody a place: at the door to whom the law lets go first, at customer service to whom
 * somebody helps. Whom they look for stands in no address.
 */
@Controller
@RequestMapping({"/petugas/pintu/tanpa-janji", "/petugas/pelanggan/tempat"})
class WalkInController {

    private static final Found NOTHING = new Found(Standing.NO_FORM, null, List.of());

    private final WalkInDesk desk;
    private final FindingDesk finding;
    private final Refusals refusals;
    private final Windows windows;
    private final Newcomers newcomers;
    private final BookingDesk booking;

    WalkInController(
            WalkInDesk desk,
            FindingDesk finding,
            Refusals refusals,
            Windows windows,
            Newcomers newcomers,
            BookingDesk booking) {
        this.desk = desk;
        this.finding = finding;
        this.refusals = refusals;
        this.windows = windows;
        this.newcomers = newcomers;
        this.booking = booking;
    }

    /** Where the officer is, and what is left to give there. */
    record Giving(Station station, Office office, LocalDate today, List<Slot> left) {

        boolean hasToday() {
            return left.stream().anyMatch(slot -> office.day(slot.startsAt()).equals(today));
        }

        /** The windows by their names, as a form offers them. */
        Map<String, String> windows(Words words) {
            var windows = new LinkedHashMap<String, String>();
            left.forEach(slot -> windows.put(slot.id().toString(), window(slot, words)));
            return windows;
        }

        private String window(Slot slot, Words words) {
            var day = office.day(slot.startsAt());
            var named = day.equals(today) ? words.text("walkin.today") : words.day(day);
            var hours = words.hour(slot.startsAt(), office.zone()) + "–" + words.hour(slot.endsAt(), office.zone());
            return named + ", " + hours + " (" + words.count("walkin.places", slot.free()) + ")";
        }

        String first() {
            return left.isEmpty() ? "" : left.getFirst().id().toString();
        }
    }

    @ModelAttribute("giving")
    Giving giving(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
        return windows.at(Station.at(request.getRequestURI()), Officer.of(me).office());
    }

    @GetMapping
    ModelAndView ask() {
        return who("", Problems.NONE);
    }

    /** What is found is shown at once, for no address may say whom. */
    @ShowsPeople(Errand.GIVING_A_PLACE)
    @PostMapping("/cari")
    ModelAndView find(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "giving", binding = false) Giving giving,
            @RequestParam(defaultValue = "") String siapa,
            @RequestParam(defaultValue = "") String tanpa,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var typed = siapa.strip();
        try {
            return show(typed, tanpa, finding.find(me.account(), typed), giving, page);
        } catch (WalkInRefused refused) {
            return who(typed, refusals.of(refused, page.words()));
        }
    }

    private static ModelAndView show(String typed, String tanpa, Found found, Giving giving, Page page) {
        return switch (found.standing()) {
            case MALFORMED, NO_APPLICATION, GONE_IN ->
                who(typed, Problems.of("siapa", page.text("walkin.who." + found.standing())));
            case UNFINISHED, NO_FORM, READY -> {
                var with = tanpa.isEmpty() ? found : new Found(Standing.NO_FORM, found.nik(), List.of());
                var form = with.forms().isEmpty()
                        ? ""
                        : with.forms().getFirst().reference().toString();
                yield register(WalkInForm.of(typed, found.nik(), form, giving.first()), with, Problems.NONE);
            }
        };
    }

    @ShowsPeople(Errand.GIVING_A_PLACE)
    @PostMapping
    ModelAndView register(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute(name = "giving", binding = false) Giving giving,
            @ModelAttribute("form") WalkInForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        form.check(found, giving.station(), giving.today());
        if (found.hasErrors()) {
            return again(me, form, Problems.of(found, page.words()));
        }
        try {
            var settled = desk.register(asked(form, giving), Officer.of(me));
            return new ModelAndView("redirect:" + address(giving.station(), settled));
        } catch (BookingRefused refused) {
            var again = again(me, form, refusals.of(refused, giving.office(), page.words()));
            if (refused instanceof BookingRefused.Busy busy) {
                again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, busy.retryAfter().toSeconds())));
            }
            return again;
        } catch (ApplicationRefused refused) {
            return again(me, form, refusals.of(refused, page.words()));
        } catch (WalkInRefused refused) {
            return again(me, form, refusals.of(refused, page.words()));
        }
    }

    private Registration asked(WalkInForm form, Giving giving) {
        return new Registration(
                form.key().orElseThrow(WalkInRefused.PageUsed::new),
                giving.station(),
                giving.station() == Station.DOOR ? form.priorityGroup().orElseThrow() : null,
                form.formulir().isEmpty() ? newcomers.typed(form, giving.today()) : withForm(form),
                form.slotId().orElseThrow());
    }

    private Comer withForm(WalkInForm form) {
        return form.reference().flatMap(finding::withForm).orElseThrow(WalkInRefused.FormGone::new);
    }

    /** Whoever was let in has a number; whoever comes another day has a code to show. */
    private static String address(Station station, WalkIn settled) {
        return settled.ticket() == null
                ? station.address() + "/" + settled.id()
                : "/petugas/pintu/tiket/" + settled.ticket();
    }

    @GetMapping("/{id}")
    ModelAndView slip(@ModelAttribute(name = "giving", binding = false) Giving giving, @PathVariable UUID id) {
        var settled = desk.find(id, giving.station(), giving.office().id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (settled.ticket() != null) {
            return new ModelAndView("redirect:" + address(giving.station(), settled));
        }
        var appointment = Optional.ofNullable(settled.appointment())
                .flatMap(booking::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("walkin/slip")
                .addObject("appointment", appointment)
                .addObject("qr", QrCode.of(appointment.code().toString()));
    }

    private ModelAndView again(SignedIn me, WalkInForm form, Problems problems) {
        return register(form, form.formulir().isEmpty() ? NOTHING : foundAgain(me, form.siapa()), problems);
    }

    private Found foundAgain(SignedIn me, String typed) {
        try {
            return finding.find(me.account(), typed);
        } catch (WalkInRefused.LookedUpTooOften _) {
            return NOTHING;
        }
    }

    private static ModelAndView register(WalkInForm form, Found found, Problems problems) {
        return page("walkin/register", problems).addObject("form", form).addObject("found", found);
    }

    private static ModelAndView who(String siapa, Problems problems) {
        return page("walkin/who", problems).addObject("siapa", siapa);
    }

    private static ModelAndView page(String view, Problems problems) {
        return new ModelAndView(view, problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("problems", problems);
    }

    /** Forms that are ready, by their numbers. */
    static Map<String, String> forms(Found found, Words words) {
        var forms = new LinkedHashMap<String, String>();
        found.forms()
                .forEach(known -> forms.put(
                        known.reference().toString(),
                        known.reference() + ", " + known.comer().name() + ", "
                                + words.text(known.comer().service().text())));
        return forms;
    }

    /** Whom the law lets go first, as a form offers them. */
    static Map<String, String> groups(Words words) {
        var groups = new LinkedHashMap<String, String>();
        Stream.of(PriorityGroup.values())
                .forEach(group -> groups.put(group.name(), words.text("walkin.group." + group)));
        return groups;
    }
}
