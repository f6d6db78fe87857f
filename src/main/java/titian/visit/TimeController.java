package titian.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.Day;
import titian.booking.SlotId;
import titian.office.Assignment;
import titian.office.Office;
import titian.shared.SignedIn;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Page;
import titian.web.Problems;

/** When: the system gives the earliest place within the wishes, or the person chooses day and hour. */
@Controller
class TimeController {

    private static final int QUICK = 3;
    private static final int MONTHS_AHEAD = 12;

    private final VisitDesk desk;
    private final Arranging arranging;
    private final BookingDesk booking;
    private final Refusals refusals;
    private final Clock clock;

    TimeController(VisitDesk desk, Arranging arranging, BookingDesk booking, Refusals refusals, Clock clock) {
        this.desk = desk;
        this.arranging = arranging;
        this.booking = booking;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Where in the calendar the reader is: all may be absent. */
    record At(
            @Nullable YearMonth bulan,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate tanggal) {}

    /** What there is to choose from for all who come. */
    record Times(Office office, List<Day> days, @Nullable LocalDate day, List<Choice> choices) {}

    @GetMapping("/janji/{id}/waktu")
    ModelAndView ask(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            @RequestParam(required = false) @Nullable String lewat,
            @ModelAttribute(name = "page", binding = false) Page page) {
        var visit = desk.find(id, me.account());
        var elsewhere = elsewhere(visit, admission);
        if (elsewhere != null) {
            return VisitController.to(elsewhere);
        }
        var problems = lewat == null ? Problems.NONE : Problems.of("slot", page.text("visit.refused.hold-over"));
        return page(visit, at, null, problems, HttpStatus.OK);
    }

    private @Nullable String elsewhere(Visit visit, @Nullable String admission) {
        return visit.guests().isEmpty()
                ? visit.address("/orang")
                : !desk.places(visit).isEmpty()
                        ? visit.address("")
                        : arranging.detour(visit, admission).orElse(null);
    }

    @PostMapping("/janji/{id}/waktu")
    ModelAndView assign(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            WishForm form,
            @ModelAttribute(name = "page", binding = false) Page page) {
        var visit = desk.find(id, me.account());
        var elsewhere = elsewhere(visit, admission);
        if (elsewhere != null) {
            return VisitController.to(elsewhere);
        }
        var wishes = form.wishes(visit.office());
        if (wishes.isEmpty()) {
            return again(visit, form, Problems.of("dari", page.text("visit.wishes.days")));
        }
        var policy = arranging.policy(arranging.office(visit.office()));
        return tried(visit, page, form, () -> desk.assign(visit, wishes.get(), policy));
    }

    @PostMapping("/janji/{id}/jam")
    ModelAndView choose(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            @RequestParam(defaultValue = "") String slot,
            At at,
            @ModelAttribute(name = "page", binding = false) Page page) {
        var visit = desk.find(id, me.account());
        var elsewhere = elsewhere(visit, admission);
        if (elsewhere != null) {
            return VisitController.to(elsewhere);
        }
        var policy = arranging.policy(arranging.office(visit.office()));
        if (policy.assignment() != Assignment.CHOSEN) {
            return VisitController.to(visit.address("/waktu"));
        }
        if (slot.isEmpty()) {
            var problems = Problems.of("slot", page.text("visit.hours.missing"));
            return page(visit, at, null, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var chosen = slot.split("\\.", 2);
        var second = chosen.length == 2 ? slot(chosen[1]) : null;
        return tried(visit, page, at, () -> desk.choose(visit, slot(chosen[0]), second, policy));
    }

    private static SlotId slot(String typed) {
        try {
            return new SlotId(UUID.fromString(typed));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView tried(Visit visit, Page page, Record typed, Runnable act) {
        try {
            act.run();
            return VisitController.to(visit.address(""));
        } catch (BookingRefused.KeyReused _) {
            desk.letGo(visit);
            return VisitController.to(visit.address("/waktu?lewat"));
        } catch (BookingRefused refused) {
            return again(visit, typed, Problems.of("slot", refusals.text(refused, visit, page.words())));
        } catch (ApplicationRefused.AlreadyLive live) {
            var text = page.text(live.other() == null ? "visit.live.elsewhere" : "visit.live.mine");
            return again(visit, typed, Problems.of("slot", text));
        } catch (VisitRefused _) {
            return again(visit, typed, Problems.of("slot", page.text("visit.refused.hold-over")));
        }
    }

    private ModelAndView again(Visit visit, Record typed, Problems problems) {
        var at = typed instanceof At there ? there : new At(null, null);
        var form = typed instanceof WishForm wishes ? wishes : null;
        return page(visit, at, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Visit visit, At at, @Nullable WishForm form, Problems problems, HttpStatus status) {
        var office = arranging.office(visit.office());
        var policy = arranging.policy(office);
        var today = arranging.today(office);
        booking.openDays(office.id());
        var page = policy.assignment() == Assignment.ASSIGNED
                ? new ModelAndView("visit/wishes", status)
                        .addObject(
                                "form", form == null ? WishForm.begin(today.plusDays(1), policy.lastDay(today)) : form)
                : new ModelAndView("visit/hours", status).addObject("times", times(visit, office, at));
        return page.addObject("visit", visit)
                .addObject("office", office)
                .addObject("policy", policy)
                .addObject("problems", problems);
    }

    private Times times(Visit visit, Office office, At at) {
        var today = arranging.today(office);
        var policy = arranging.policy(office);
        var first = booking.earliest(office.id(), QUICK).stream()
                .map(slot -> LocalDate.ofInstant(slot.startsAt(), office.zone()))
                .findFirst()
                .orElse(today);
        var day = at.tanggal() != null ? at.tanggal() : at.bulan() == null ? first : null;
        var month = at.bulan() != null ? at.bulan() : YearMonth.from(day == null ? today : day);
        var last = YearMonth.from(today).plusMonths(MONTHS_AHEAD);
        var shown = month.isBefore(YearMonth.from(today)) || month.isAfter(last) ? YearMonth.from(today) : month;
        var hours = day == null || day.isAfter(last.atEndOfMonth()) || day.isBefore(today)
                ? List.<Choice>of()
                : Choice.of(
                        booking.day(office.id(), day), visit.guests().size(), policy.minimumNotice(), clock.instant());
        return new Times(office, booking.month(office.id(), shown), day, hours);
    }
}
