package titian.change;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.booking.BookingRefused;
import titian.change.Pages.Proposal;
import titian.schedule.Timetable;
import titian.schedule.Timetable.At;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.waitingroom.Passage;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Problems;
import titian.web.Words;

/** "Ubah jadwal": a calendar of the same office, the old and the new time side by side, and the move. */
@Controller
class MoveController {

    private static final int LONGEST_KEY = 100;

    private final Visits visits;
    private final ChangeDesk desk;
    private final Pages pages;
    private final Timetable timetable;
    private final WaitingRoomDesk rooms;

    MoveController(Visits visits, ChangeDesk desk, Pages pages, Timetable timetable, WaitingRoomDesk rooms) {
        this.visits = visits;
        this.desk = desk;
        this.pages = pages;
        this.timetable = timetable;
        this.rooms = rooms;
    }

    /**
     * What is asked for, as the page sends it.
     *
     * @param kunci the request's own name: sent again, it is answered again
     */
    record Typed(@Nullable String slot, @Nullable String kunci) {

        String key() {
            if (kunci == null || kunci.isBlank() || kunci.length() > LONGEST_KEY) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return kunci;
        }
    }

    @GetMapping("/permohonan/{id}/ubah-jadwal")
    ModelAndView choose(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at) {
        var visit = visits.mine(id, me);
        return closedTo(visit, admission).orElseGet(() -> pages.calendar(visit, at, Optional.empty(), Problems.NONE));
    }

    @GetMapping("/permohonan/{id}/ubah-jadwal/periksa")
    ModelAndView check(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Locale locale) {
        var visit = visits.mine(id, me);
        return closedTo(visit, admission).orElseGet(() -> check(visit, at, locale));
    }

    private ModelAndView check(Visit visit, At at, Locale locale) {
        var wanted = desk.wanted(visit, timetable.slot(at.slot()), Timetable.date(at.tanggal()));
        if (wanted.isEmpty()) {
            return pages.calendar(visit, at, Optional.empty(), problem("change.move.missing", locale));
        }
        var slot = wanted.get();
        if (slot.id().equals(visit.appointment().slot())) {
            return pages.calendar(visit, at, Optional.empty(), problem("change.move.same", locale));
        }
        return timetable.canBeTaken(slot)
                ? pages.confirm(visit, new Proposal(slot, UUID.randomUUID().toString()), null)
                : taken(visit, slot, locale);
    }

    /** A click that came twice, from this page or another tab, finds it done and is shown the same. */
    @PostMapping("/permohonan/{id}/ubah-jadwal")
    ModelAndView move(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            Typed typed,
            Locale locale,
            HttpServletResponse response) {
        var key = typed.key();
        var visit = visits.mine(id, me);
        var wanted = timetable.slot(typed.slot()).filter(found -> ChangeDesk.isOpenTo(visit, found));
        if (wanted.isEmpty()) {
            return closedTo(visit, admission)
                    .orElseGet(() -> pages.calendar(
                            visit, At.BEGINNING, Optional.empty(), problem("change.move.missing", locale)));
        }
        var to = new Proposal(wanted.get(), key);
        if (!visit.isAhead() || visit.wasMovedTo(to.to())) {
            return after(visit);
        }
        var room = room(visit, admission);
        return room.isPresent() ? Pages.redirect(room.get()) : move(visit, to, me, locale, response);
    }

    private ModelAndView move(Visit visit, Proposal to, SignedIn me, Locale locale, HttpServletResponse response) {
        try {
            desk.move(visit, to.to(), to.key());
            return after(visits.mine(visit.id(), me));
        } catch (BookingRefused.Busy busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(busy.retryAfter())));
            return pages.confirm(visit, to, busy.retryAfter());
        } catch (BookingRefused refused) {
            return refused(visits.mine(visit.id(), me), to.to(), refused, locale);
        }
    }

    private static ModelAndView after(Visit visit) {
        return visit.isAhead() ? Pages.redirect(visit.address("ubah-jadwal/selesai")) : Pages.overview(visit);
    }

    @GetMapping("/permohonan/{id}/ubah-jadwal/selesai")
    ModelAndView done(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var visit = visits.mine(id, me);
        return visit.isAhead() && visit.appointment().moves() > 0 ? pages.done(visit) : Pages.overview(visit);
    }

    private ModelAndView refused(Visit visit, Slot wanted, BookingRefused refused, Locale locale) {
        return switch (refused) {
            case BookingRefused.SlotFull _, BookingRefused.NotOpenYet _ -> taken(visit, wanted, locale);
            case BookingRefused.TooLate _ when visit.rule().inTime() -> taken(visit, wanted, locale);
            case BookingRefused.TooLate _ -> pages.closed(visit, Closed.TOO_LATE, HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingRefused.MovedOften _
            when visit.rule().letsMove() -> Pages.redirect(visit.address("ubah-jadwal"));
            case BookingRefused.MovedOften _ -> pages.closed(visit, Closed.NONE_LEFT, HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingRefused.KeyReused _ -> pages.closed(visit, Closed.KEY_REUSED, HttpStatus.CONFLICT);
            case BookingRefused.NotConfirmed _ -> Pages.overview(visit);
            case BookingRefused other -> throw other;
        };
    }

    private ModelAndView taken(Visit visit, Slot wanted, Locale locale) {
        return pages.calendar(visit, At.BEGINNING, Optional.of(wanted), problem("change.move.taken", locale));
    }

    /** The page for whoever may not move this visit now, if so. */
    private Optional<ModelAndView> closedTo(Visit visit, @Nullable String admission) {
        if (!visit.isAhead()) {
            return Optional.of(Pages.overview(visit));
        }
        if (!visit.rule().inTime()) {
            return Optional.of(pages.closed(visit, Closed.TOO_LATE, HttpStatus.OK));
        }
        if (!visit.rule().letsMove()) {
            return Optional.of(pages.closed(visit, Closed.NONE_LEFT, HttpStatus.OK));
        }
        return room(visit, admission).map(Pages::redirect);
    }

    /** Where to wait, if a waiting room is open at the office and this person has not been let in. */
    private Optional<String> room(Visit visit, @Nullable String admission) {
        var account = visit.application().account();
        var passage =
                rooms.mayBook(account, visit.office().id(), visit.appointment().lane(), admission);
        return switch (passage) {
            case Passage.NotNeeded _, Passage.Admitted _ -> Optional.empty();
            case Passage.Wait wait -> Optional.of(wait.andComeBackTo(visit.address("ubah-jadwal")));
        };
    }

    private static Problems problem(String text, Locale locale) {
        return Problems.of("slot", Words.in(locale).text(text));
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.toSeconds());
    }
}
