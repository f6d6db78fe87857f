package titian.application;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.application.Answer.Place;
import titian.application.Answer.Visit;
import titian.application.Forms.Opened;
import titian.booking.BookingDesk;
import titian.booking.Day;
import titian.booking.Slot;
import titian.booking.SlotId;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.waitingroom.Release;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Problems;
import titian.web.Words;

/** Step 7: day and hour. The place is taken when the form goes in; until then the choice is only noted. */
@Controller
class VisitController {

    private static final int QUICK = 3;
    private static final int TO_COMPARE = 60;
    private static final ValueRange YEARS = ValueRange.of(2020, 2100);

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final Gate gate;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    VisitController(
            Forms forms,
            Questions questions,
            FormDesk desk,
            BookingDesk booking,
            OfficeDesk offices,
            Gate gate,
            WaitingRoomDesk rooms,
            Clock clock) {
        this.forms = forms;
        this.questions = questions;
        this.desk = desk;
        this.booking = booking;
        this.offices = offices;
        this.gate = gate;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * What there is to choose from.
     *
     * @param quick the three to offer first: the earliest, or the nearest to a time that was taken meanwhile
     * @param day the day whose hours are shown, if any
     * @param gone the time that was chosen and is no longer free
     * @param releases those of the office that are announced
     */
    record Times(
            Office office,
            List<Day> month,
            List<Slot> quick,
            @Nullable LocalDate day,
            List<Slot> hours,
            @Nullable SlotId selected,
            @Nullable Instant gone,
            List<Release> releases,
            Instant now) {}

    /** Where in the calendar the reader is: all may be absent, and what makes no sense counts as absent. */
    record At(
            @Nullable String bulan,
            @Nullable String tanggal,
            @Nullable String slot) {}

    @GetMapping("/permohonan/{id}/jadwal")
    ModelAndView ask(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.TIME);
        gate.pass(opened, office(opened).id(), Section.VISIT, admission);
        return page(opened, pressed, at, Problems.NONE);
    }

    @PostMapping("/permohonan/{id}/jadwal")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.TIME);
        var office = office(opened);
        gate.pass(opened, office.id(), Section.VISIT, admission);
        var slot = slot(at.slot()).filter(found -> found.office().equals(office.id()));
        if (slot.filter(this::canBeTaken).isEmpty()) {
            var key = slot.isEmpty() ? "application.visit.missing" : "application.visit.taken";
            return page(
                    opened, pressed, at, Problems.of("slot", Words.in(locale).text(key)));
        }
        desk.save(opened.id(), me.account(), new Visit(office.id(), slot.get().id()));
        return Questions.redirect(
                pressed.later() ? HomeController.HOME : new Sheet(opened, Section.VISIT, pressed.fromCheck()).next());
    }

    private ModelAndView page(Opened opened, Pressed pressed, At at, Problems problems) {
        var times = times(opened, at);
        return questions.page(opened, Section.VISIT, pressed, times, problems);
    }

    private Times times(Opened opened, At at) {
        var office = office(opened);
        var noted = opened.form()
                .find(Visit.class)
                .filter(visit -> visit.office().equals(office.id()))
                .flatMap(visit -> booking.slot(visit.slot()));
        var chosen = slot(at.slot()).or(() -> at.tanggal() == null && at.bulan() == null ? noted : Optional.empty());
        var gone = noted.filter(slot -> !canBeTaken(slot)).map(Slot::startsAt);
        var day = date(at.tanggal()).or(() -> chosen.map(slot -> LocalDate.ofInstant(slot.startsAt(), office.zone())));
        var earliest = booking.earliest(office.id(), gone.isPresent() ? TO_COMPARE : QUICK);
        var quick = gone.map(wanted -> nearestTo(wanted, earliest, office)).orElse(earliest);
        return new Times(
                office,
                booking.month(office.id(), month(at, day.orElse(null), quick, office)),
                quick,
                day.orElse(null),
                day.map(date -> booking.day(office.id(), date)).orElse(List.of()),
                chosen.filter(this::canBeTaken).map(Slot::id).orElse(null),
                gone.orElse(null),
                rooms.coming(office.id(), ServiceLane.PASSPORT),
                clock.instant());
    }

    /** The free times nearest to the one wanted: of that day first of all, then of any. */
    private List<Slot> nearestTo(Instant wanted, List<Slot> earliest, Office office) {
        var sameDay = booking.day(office.id(), LocalDate.ofInstant(wanted, office.zone()));
        return Stream.concat(sameDay.stream(), earliest.stream())
                .filter(this::canBeTaken)
                .distinct()
                .sorted(comparing((Slot slot) ->
                                Duration.between(wanted, slot.startsAt()).abs())
                        .thenComparing(Slot::startsAt))
                .limit(QUICK)
                .sorted(comparing(Slot::startsAt))
                .toList();
    }

    /** The month asked for, else that of the day shown, else that of the first time offered, else this one. */
    private YearMonth month(At at, @Nullable LocalDate day, List<Slot> quick, Office office) {
        var shown = quick.isEmpty() ? clock.instant() : quick.getFirst().startsAt();
        return month(at.bulan())
                .or(() -> Optional.ofNullable(day).map(YearMonth::from))
                .orElseGet(() -> YearMonth.from(shown.atZone(office.zone())));
    }

    private boolean canBeTaken(Slot slot) {
        return slot.canBeTaken(clock.instant());
    }

    private Office office(Opened opened) {
        return offices.find(opened.form().get(Place.class).office()).orElseThrow();
    }

    private Optional<Slot> slot(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty()
                    ? Optional.empty()
                    : booking.slot(new SlotId(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Optional<LocalDate> date(@Nullable String typed) {
        return typed == null ? Optional.empty() : Optional.of(sensible(() -> LocalDate.parse(typed)));
    }

    private static Optional<YearMonth> month(@Nullable String typed) {
        return typed == null ? Optional.empty() : Optional.of(sensible(() -> YearMonth.parse(typed)));
    }

    /** A day or month no calendar of ours reaches is as malformed as one that cannot be read. */
    private static <T extends Temporal> T sensible(Supplier<T> parse) {
        try {
            var read = parse.get();
            if (YEARS.isValidValue(read.get(ChronoField.YEAR))) {
                return read;
            }
        } catch (DateTimeParseException _) {
            // answered below
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
