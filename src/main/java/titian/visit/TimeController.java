package titian.visit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.office.Assignment;
import titian.office.Office;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.slot.Day;
import titian.slot.Slot;
import titian.waitingroom.Passage;
import titian.waitingroom.Release;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Page;
import titian.web.Problems;

/**
 * When: the system gives the earliest place within the wishes, or the person chooses day and hour and takes them at the
 * door that books.
 */
@Controller
class TimeController {

    /** How long a page with hours to choose from may lie open. */
    private static final Duration PASS_IS_GOOD = Duration.ofMinutes(30);

    private static final int QUICK = 3;
    private static final int MONTHS_AHEAD = 12;

    private final VisitDesk desk;
    private final Arranging arranging;
    private final BookingDesk booking;
    private final WaitingRoomDesk rooms;
    private final Refusals refusals;
    private final Clock clock;

    TimeController(
            VisitDesk desk,
            Arranging arranging,
            BookingDesk booking,
            WaitingRoomDesk rooms,
            Refusals refusals,
            Clock clock) {
        this.desk = desk;
        this.arranging = arranging;
        this.booking = booking;
        this.rooms = rooms;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Where in the calendar the reader is: all may be absent. */
    record At(
            @Nullable YearMonth bulan,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate tanggal) {}

    /**
     * What there is to choose from for all who come.
     *
     * @param day  whose hours are shown, if any
     * @param pass the right to book one of them; absent if somebody may not
     */
    record Times(
            List<Day> days,
            List<Slot> quick,
            @Nullable LocalDate day,
            List<Choice> choices,
            @Nullable String pass) {}

    @GetMapping("/janji/{id}/waktu")
    ModelAndView ask(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Refusals.Told told,
            @ModelAttribute(name = "page", binding = false) Page page) {
        var visit = desk.upToDate(id, me.account());
        var passage = arranging.passage(visit, admission);
        var elsewhere = elsewhere(visit, passage);
        if (elsewhere != null) {
            return VisitController.to(elsewhere);
        }
        var why = refusals.text(told, visit, page.words());
        var problems = why == null ? Problems.NONE : Problems.of("slot", why);
        var office = arranging.office(visit.office());
        return arranging.policy(office).assignment() == Assignment.ASSIGNED
                ? wishes(visit, office, null, problems)
                : hours(visit, office, at, passage, problems, page);
    }

    /** Where to go instead: who comes must be known, what is held is to be looked at first, and some have to wait. */
    private @Nullable String elsewhere(Visit visit, Passage passage) {
        if (visit.guests().isEmpty()) {
            return visit.address("/orang");
        }
        if (!desk.places(visit).isEmpty()) {
            return visit.address("");
        }
        return passage instanceof Passage.Wait wait ? wait.andComeBackTo(visit.address("/waktu")) : null;
    }

    @PostMapping("/janji/{id}/waktu")
    ModelAndView assign(
            @PathVariable VisitId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            WishForm form,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletResponse response) {
        var visit = desk.upToDate(id, me.account());
        var elsewhere = elsewhere(visit, arranging.passage(visit, admission));
        if (elsewhere != null) {
            return VisitController.to(elsewhere);
        }
        var office = arranging.office(visit.office());
        if (arranging.policy(office).assignment() != Assignment.ASSIGNED) {
            return VisitController.to(visit.address("/waktu"));
        }
        return assign(visit, office, form, page, response);
    }

    private ModelAndView assign(Visit visit, Office office, WishForm form, Page page, HttpServletResponse response) {
        var wishes = form.wishes(visit.office());
        if (wishes.isEmpty()) {
            return wishes(visit, office, form, Problems.of("dari", page.text("visit.wishes.days")));
        }
        try {
            booking.openDays(office.id());
            desk.assign(visit, wishes.get(), arranging.policy(office));
            return VisitController.to(visit.address(""));
        } catch (BookingRefused.KeyReused _) {
            return VisitController.to(visit.address("")); // another wish of theirs was quicker: here is what it gave
        } catch (BookingRefused refused) {
            var again = wishes(visit, office, form, Problems.of("slot", refusals.text(refused, visit, page.words())));
            if (refused instanceof BookingRefused.Busy busy) {
                again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, busy.retryAfter().toSeconds())));
            }
            return again;
        } catch (ApplicationRefused.AlreadyLive live) {
            return wishes(visit, office, form, Problems.of("slot", page.text(key(live))));
        } catch (VisitRefused.TooMany _) {
            return wishes(visit, office, form, Problems.of("slot", tooMany(page)));
        }
    }

    private static String key(ApplicationRefused.AlreadyLive live) {
        return live.other() == null ? "visit.live.elsewhere" : "visit.live.mine";
    }

    private static String tooMany(Page page) {
        return page.text("visit.refused.too-many", DraftDesk.MOST_UNDER_WAY);
    }

    private ModelAndView wishes(Visit visit, Office office, @Nullable WishForm form, Problems problems) {
        var policy = arranging.policy(office);
        var today = arranging.today(office);
        return page("visit/wishes", visit, office, problems)
                .addObject("form", form == null ? WishForm.begin(today.plusDays(1), policy.lastDay(today)) : form);
    }

    private ModelAndView hours(Visit visit, Office office, At at, Passage passage, Problems problems, Page page) {
        var said = problems;
        var day = shown(office, at);
        String pass = null;
        try {
            pass = pass(visit, office, day, passage);
        } catch (ApplicationRefused.AlreadyLive live) {
            said = Problems.of("slot", page.text(key(live)));
        } catch (VisitRefused.TooMany _) {
            said = Problems.of("slot", tooMany(page));
        }
        return page("visit/hours", visit, office, said).addObject("times", times(visit, office, at, day, pass));
    }

    /**
     * Good for as long as the page may lie open, but no longer than whoever let the person in said, nor past the moment
     * at which a waiting room opens: from then on one has to be let in.
     */
    private String pass(Visit visit, Office office, @Nullable LocalDate day, Passage passage) {
        var back = visit.address("/waktu") + (day == null ? "" : "?tanggal=" + day);
        var expires = rooms.coming(office.id(), ServiceLane.PASSPORT).stream()
                .map(Release::opensAt)
                .filter(opensAt -> opensAt.isAfter(clock.instant()))
                .reduce(clock.instant().plus(PASS_IS_GOOD), TimeController::sooner);
        if (passage instanceof Passage.Admitted(Instant until)) {
            expires = sooner(expires, until);
        }
        return desk.pass(visit, arranging.policy(office), back, expires);
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private ModelAndView page(String view, Visit visit, Office office, Problems problems) {
        return new ModelAndView(view, problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("visit", visit)
                .addObject("office", office)
                .addObject("policy", arranging.policy(office))
                .addObject("releases", rooms.coming(office.id(), ServiceLane.PASSPORT))
                .addObject("now", clock.instant())
                .addObject("problems", problems);
    }

    /** The day asked for, else that of the earliest place they may still take, unless only a month was asked for. */
    private @Nullable LocalDate shown(Office office, At at) {
        booking.openDays(office.id());
        if (at.tanggal() != null) {
            return at.tanggal();
        }
        var soonest = clock.instant().plus(arranging.policy(office).minimumNotice());
        return at.bulan() != null
                ? null
                : booking.earliest(office.id(), QUICK).stream()
                        .filter(slot -> slot.startsAt().isAfter(soonest))
                        .map(slot -> office.day(slot.startsAt()))
                        .findFirst()
                        .orElse(null);
    }

    private Times times(Visit visit, Office office, At at, @Nullable LocalDate day, @Nullable String pass) {
        var today = arranging.today(office);
        var last = YearMonth.from(today).plusMonths(MONTHS_AHEAD);
        var asked = at.bulan() != null ? at.bulan() : YearMonth.from(day == null ? today : day);
        var month = asked.isBefore(YearMonth.from(today)) || asked.isAfter(last) ? YearMonth.from(today) : asked;
        var within = day != null && !day.isBefore(today) && !day.isAfter(last.atEndOfMonth()) ? day : null;
        return new Times(
                booking.month(office.id(), month),
                booking.earliest(office.id(), QUICK),
                within,
                within == null ? List.of() : choices(visit, office, within),
                pass);
    }

    private List<Choice> choices(Visit visit, Office office, LocalDate day) {
        var notice = arranging.policy(office).minimumNotice();
        return Choice.of(booking.day(office.id(), day), visit.guests().size(), notice, clock.instant());
    }
}
