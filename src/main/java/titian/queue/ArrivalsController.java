package titian.queue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.application.ApplicationDesk;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.ShowsPeople;

/** Who is expected at the office today: one hour at a time, or whoever is searched for. */
@Controller
class ArrivalsController {

    private static final int MOST_FOUND = 50;
    private static final int LONGEST_SEARCH = 60;

    /** Someone expected today, for officers of that office only. */
    record Arrival(
            Appointment appointment, String name, @Nullable String number) {

        boolean canComeIn() {
            return appointment.state() == AppointmentState.CONFIRMED;
        }

        String state() {
            return "queue.arrivals." + appointment.state();
        }

        @Override
        public String toString() {
            return "appointment " + appointment.id();
        }
    }

    private final BookingDesk bookings;
    private final ApplicationDesk applications;
    private final Tickets tickets;
    private final Today today;

    ArrivalsController(BookingDesk bookings, ApplicationDesk applications, Tickets tickets, Today today) {
        this.bookings = bookings;
        this.applications = applications;
        this.tickets = tickets;
        this.today = today;
    }

    @ShowsPeople(Errand.ARRIVALS)
    @GetMapping("/petugas/pintu/hari-ini")
    String arrivals(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "jam", required = false) @Nullable Instant hour,
            Model page) {
        return show(me, "", hour, page);
    }

    /** Whom an officer searches for stands in no address: it is somebody's name. */
    @ShowsPeople(Errand.ARRIVALS)
    @PostMapping("/petugas/pintu/hari-ini")
    String search(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "cari", defaultValue = "") String typed,
            Model page) {
        var sought = typed.strip();
        return show(me, sought.substring(0, Math.min(LONGEST_SEARCH, sought.length())), null, page);
    }

    private String show(SignedIn me, String sought, @Nullable Instant hour, Model page) {
        var here = today.at(Officer.of(me).office());
        var expected = bookings.arrivals(here.office().id(), here.day()).stream()
                .filter(one -> isExpected(one.state()))
                .toList();
        var hours = new TreeSet<Instant>();
        expected.forEach(one -> hours.add(one.startsAt()));
        var shown = hour != null && hours.contains(hour) ? hour : current(hours, here.now());
        var numbers = tickets.numbers(here.office().id(), here.day());
        page.addAttribute("here", here);
        page.addAttribute("search", sought);
        page.addAttribute("hours", List.copyOf(hours));
        page.addAttribute("hour", shown);
        page.addAttribute("expected", expected.size());
        page.addAttribute(
                "arrivals", sought.isEmpty() ? at(expected, shown, numbers) : found(expected, sought, numbers));
        return "queue/arrivals";
    }

    private List<Arrival> at(List<Appointment> expected, @Nullable Instant hour, Map<AppointmentId, String> numbers) {
        return expected.stream()
                .filter(one -> one.startsAt().equals(hour))
                .map(one -> arrival(one, numbers))
                .toList();
    }

    private List<Arrival> found(List<Appointment> expected, String sought, Map<AppointmentId, String> numbers) {
        var words = sought.toLowerCase(Locale.ROOT);
        var code = sought.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return expected.stream()
                .map(one -> arrival(one, numbers))
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(words)
                        || one.appointment().code().value().startsWith(code)
                        || sought.equalsIgnoreCase(Objects.requireNonNullElse(one.number(), "")))
                .limit(MOST_FOUND)
                .toList();
    }

    private Arrival arrival(Appointment appointment, Map<AppointmentId, String> numbers) {
        var name = applications
                .summary(appointment.application())
                .map(ApplicationDesk.Summary::applicantName)
                .orElse("");
        return new Arrival(appointment, name, numbers.get(appointment.id()));
    }

    private static boolean isExpected(AppointmentState state) {
        return switch (state) {
            case CONFIRMED, CHECKED_IN, DONE, NO_SHOW -> true;
            case HELD, CANCELLED, EXPIRED -> false;
        };
    }

    /** The window that is on, or the first to come. */
    private static @Nullable Instant current(TreeSet<Instant> hours, Instant now) {
        var begun = hours.floor(now);
        return begun != null ? begun : hours.isEmpty() ? null : hours.first();
    }
}
