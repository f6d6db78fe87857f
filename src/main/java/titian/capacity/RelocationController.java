package titian.capacity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.slot.SlotId;
import titian.web.Problems;
import titian.web.Words;

/** Where people whose window went choose: the time kept for them, another one, or not to come. */
@Controller
@RequestMapping("/pindah/{id}")
class RelocationController {

    private static final int CHOICES = 24;

    private final DisplacedDesk desk;
    private final BookingDesk bookings;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final SameDayPeople sameDay;
    private final Clock clock;

    RelocationController(
            DisplacedDesk desk,
            BookingDesk bookings,
            ApplicationDesk applications,
            OfficeDesk offices,
            SameDayPeople sameDay,
            Clock clock) {
        this.desk = desk;
        this.bookings = bookings;
        this.applications = applications;
        this.offices = offices;
        this.sameDay = sameDay;
        this.clock = clock;
    }

    /**
     * What there is to choose from.
     *
     * @param names    who is to come
     * @param proposed the time proposed: kept for them, or else the nearest that is free now
     * @param kept     until when it is kept; absent where it is only free
     * @param days     other windows with room, by day
     * @param late     whose same day would be lost, for which they paid, if the time proposed were taken
     * @param now      where they are to come now, once it is settled
     */
    record Choice(
            Relocation relocation,
            Office office,
            List<String> names,
            @Nullable Slot proposed,
            @Nullable Instant kept,
            Map<LocalDate, List<Slot>> days,
            @Nullable ApplicationId late,
            @Nullable Instant now) {

        @Override
        public String toString() {
            return relocation.toString();
        }
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        return page(mine(id, me), Problems.NONE);
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String slot,
            Locale locale,
            HttpServletResponse response) {
        var relocation = mine(id, me);
        var chosen = slot(slot);
        if (chosen.isEmpty()) {
            return page(relocation, Problems.of("slot", Words.in(locale).text("capacity.move.missing")));
        }
        try {
            desk.move(id, me.account(), chosen.get());
            return again(id);
        } catch (CapacityRefused.NothingToMove _) {
            return again(id);
        } catch (BookingRefused.Busy busy) {
            return comeAgain(relocation, busy, locale, response);
        } catch (BookingRefused _) {
            return page(relocation, Problems.of("slot", Words.in(locale).text("capacity.move.taken")));
        }
    }

    private ModelAndView comeAgain(
            Relocation relocation, BookingRefused.Busy busy, Locale locale, HttpServletResponse response) {
        var seconds = Math.max(1, busy.retryAfter().toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        var page = page(relocation, Problems.of("slot", Words.in(locale).text("capacity.move.busy", seconds)));
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    @GetMapping("/batal")
    ModelAndView askCancel(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        var relocation = mine(id, me);
        return relocation.state().isOpen()
                ? new ModelAndView("capacity/cancel").addObject("choice", choice(relocation))
                : again(id);
    }

    @PostMapping("/batal")
    ModelAndView cancel(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
        mine(id, me);
        try {
            desk.cancel(id, me.account());
        } catch (CapacityRefused.NothingToMove _) {
            // settled before: the page says how
        }
        return again(id);
    }

    private static ModelAndView again(UUID id) {
        return new ModelAndView("redirect:/pindah/" + id);
    }

    private Relocation mine(UUID id, SignedIn me) {
        return desk.find(id)
                .filter(relocation -> relocation.account().equals(me.account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Relocation relocation, Problems problems) {
        return new ModelAndView("capacity/move")
                .addObject("choice", choice(relocation))
                .addObject("problems", problems);
    }

    private Choice choice(Relocation relocation) {
        var office = offices.find(relocation.office()).orElseThrow();
        var people = bookings.together(relocation.party());
        var names = people.stream()
                .flatMap(one -> applications.summary(one.application()).stream())
                .map(ApplicationDesk.Summary::applicantName)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!relocation.state().isOpen()) {
            var now = people.stream().map(Appointment::startsAt).findFirst().orElse(null);
            return new Choice(relocation, office, names, null, null, Map.of(), null, now);
        }
        var free = desk.choices(relocation, CHOICES);
        var kept = kept(relocation);
        var proposed = kept.or(() -> free.stream().findFirst());
        var others = free.stream()
                .filter(slot -> !slot.equals(proposed.orElse(null)))
                .sorted(Comparator.comparing(Slot::startsAt))
                .collect(Collectors.groupingBy(slot -> office.day(slot.startsAt()), TreeMap::new, Collectors.toList()));
        return new Choice(
                relocation,
                office,
                names,
                proposed.orElse(null),
                kept.map(_ -> relocation.keptUntil()).orElse(null),
                others,
                sameDay.among(people)
                        .filter(_ -> proposed.filter(sameDay::isTooLate).isPresent())
                        .orElse(null),
                null);
    }

    private Optional<Slot> kept(Relocation relocation) {
        return relocation.proposed() == null
                        || relocation.keptUntil() == null
                        || !relocation.keptUntil().isAfter(clock.instant())
                ? Optional.empty()
                : bookings.slot(relocation.proposed());
    }

    private static Optional<SlotId> slot(String typed) {
        try {
            return Optional.of(SlotId.of(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
