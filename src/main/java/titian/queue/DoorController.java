package titian.queue;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.booking.BookingCode;
import titian.booking.BookingRefused;
import titian.office.OfficeDesk;
import titian.shared.SignedIn;
import titian.web.QrCode;

/** The door: codes are scanned or typed, people let in, numbers printed. */
@Controller
@RequestMapping("/petugas/pintu")
class DoorController {

    private final QueueDesk desk;
    private final Tickets tickets;
    private final Days days;
    private final Duties duties;
    private final Today today;
    private final Persons persons;
    private final OfficeDesk offices;
    private final String address;

    DoorController(
            QueueDesk desk,
            Tickets tickets,
            Days days,
            Duties duties,
            Today today,
            Persons persons,
            OfficeDesk offices,
            @Value("${titian.address}") String address) {
        this.desk = desk;
        this.tickets = tickets;
        this.days = days;
        this.duties = duties;
        this.today = today;
        this.persons = persons;
        this.offices = offices;
        this.address = address;
    }

    @ModelAttribute("here")
    Today.At here(@AuthenticationPrincipal SignedIn me) {
        return today.at(Officer.of(me).office());
    }

    @GetMapping
    String door(@ModelAttribute("here") Today.At here, Model page) {
        page.addAttribute("figures", days.figures(here.office().id(), here.day()));
        if (page.getAttribute("scan") instanceof Scan scan) {
            Optional.ofNullable(scan.ticket())
                    .flatMap(ticket -> tickets.find(here.office().id(), ticket))
                    .ifPresent(ticket -> page.addAttribute("person", persons.atTheDoor(ticket)));
            Optional.ofNullable(scan.office())
                    .flatMap(offices::find)
                    .ifPresent(elsewhere -> page.addAttribute("elsewhere", elsewhere));
        }
        return "queue/door";
    }

    @PostMapping
    String scan(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kode", defaultValue = "") String typed,
            RedirectAttributes next) {
        if (!typed.isBlank()) {
            next.addFlashAttribute("scan", judge(Officer.of(me), withoutAddress(typed)));
        }
        return "redirect:/petugas/pintu";
    }

    @GetMapping("/tiket/{ticket}")
    String paper(@ModelAttribute("here") Today.At here, @PathVariable TicketId ticket, Model page) {
        var found = tickets.find(here.office().id(), ticket)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var ahead = days.ahead(found);
        var counters = duties.at(here.office().id()).size();
        var pace = days.figures(here.office().id(), here.day()).service();
        page.addAttribute("ticket", found);
        page.addAttribute("ahead", ahead);
        page.addAttribute("estimate", Estimate.of(ahead, counters, pace, here.now()));
        page.addAttribute("follows", persons.atTheDoor(found).canFollow());
        page.addAttribute("qr", QrCode.of(address + "/antrean/" + found.application()));
        return "queue/paper";
    }

    private Scan judge(Officer door, String typed) {
        BookingCode code;
        try {
            code = BookingCode.of(typed);
        } catch (IllegalArgumentException _) {
            return Scan.mistyped(shown(typed));
        }
        try {
            return Scan.comeIn(code.toString(), desk.checkIn(code, door));
        } catch (BookingRefused refused) {
            var given = desk.givenFor(code, door.office()).map(Ticket::id).orElse(null);
            return Scan.refused(code.toString(), refused, given, today.now());
        }
    }

    /** A pass may carry the code at the end of an address. */
    private static String withoutAddress(String typed) {
        return typed.strip().substring(typed.strip().lastIndexOf('/') + 1);
    }

    private static String shown(String typed) {
        var upper = typed.toUpperCase(Locale.ROOT);
        return upper.substring(0, Math.min(20, upper.length()));
    }
}
