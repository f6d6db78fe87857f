package titian.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import titian.office.DocumentsTime;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.CalendarDesk;
import titian.slot.Day;
import titian.slot.Day.Openness;
import titian.waitingroom.WaitingRoomDesk;

/** Free places for everyone to see, before signing in: which offices there are, and an office's calendar. */
@Controller
class ScheduleController {

    private static final int MONTHS_AHEAD = 12;
    private static final int EARLIEST = 3;
    private static final int LONGEST_SEARCH = 60;

    private final OfficeList list;
    private final OfficeDesk offices;
    private final CalendarDesk calendars;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    ScheduleController(
            OfficeList list, OfficeDesk offices, CalendarDesk calendars, WaitingRoomDesk rooms, Clock clock) {
        this.list = list;
        this.offices = offices;
        this.calendars = calendars;
        this.rooms = rooms;
        this.clock = clock;
    }

    @GetMapping("/jadwal")
    String list(
            @RequestParam(defaultValue = "") String provinsi,
            @RequestParam(defaultValue = "") String cari,
            @RequestParam(defaultValue = "1") int halaman,
            Model page) {
        var words = cari.strip();
        var asked = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
        page.addAttribute("found", list.find(provinsi, asked, halaman));
        page.addAttribute("provinces", provinces());
        page.addAttribute("province", provinsi);
        page.addAttribute("words", asked);
        return "schedule/offices";
    }

    private Map<String, String> provinces() {
        var names = new LinkedHashMap<String, String>();
        offices.provinces().stream()
                .sorted(Comparator.comparing(titian.office.Region::name))
                .forEach(province -> names.put(province.code(), province.name()));
        return names;
    }

    /** The month asked for, else the month of the day asked for, else that of the earliest free place. */
    @GetMapping("/jadwal/{office}")
    String calendar(
            @PathVariable OfficeId office,
            @RequestParam @Nullable YearMonth bulan,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate tanggal,
            Model page) {
        var found = offices.find(office).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var earliest = calendars.earliest(office, EARLIEST, clock.instant());
        var entry = list.entry(found);
        page.addAttribute("entry", entry);
        page.addAttribute("earliest", earliest);
        page.addAttribute("releases", rooms.coming(office, ServiceLane.PASSPORT));
        page.addAttribute("now", clock.instant());
        page.addAttribute("queue", false);
        page.addAttribute("kept", null);
        if (entry.closed() == null) {
            var today = found.day(clock.instant());
            page.addAttribute("queue", offices.policy(office, today).documents() == DocumentsTime.AT_OFFICE);
            var first = earliest.stream()
                    .map(slot -> found.day(slot.startsAt()))
                    .findFirst()
                    .orElse(null);
            var shown = tanggal != null ? tanggal : first != null ? first : today;
            var days = calendars.month(
                    office, withinReach(bulan != null ? bulan : YearMonth.from(shown), found), clock.instant());
            var selected = tanggal != null ? tanggal : bulan == null ? first : firstOpen(days);
            page.addAttribute("days", days);
            page.addAttribute("selected", selected);
            if (selected != null) {
                page.addAttribute(
                        "kept",
                        calendars
                                .keptForPartners(found, selected, clock.instant())
                                .orElse(null));
            }
            page.addAttribute("slots", selected == null ? List.of() : calendars.day(office, selected, clock.instant()));
        }
        return "schedule/schedule";
    }

    private static @Nullable LocalDate firstOpen(List<Day> days) {
        return days.stream()
                .filter(day -> day.openness() == Openness.OPEN)
                .map(Day::date)
                .findFirst()
                .orElse(null);
    }

    private YearMonth withinReach(YearMonth wanted, Office office) {
        var now = YearMonth.from(office.day(clock.instant()));
        var last = now.plusMonths(MONTHS_AHEAD);
        return wanted.isBefore(now) ? now : wanted.isAfter(last) ? last : wanted;
    }
}
