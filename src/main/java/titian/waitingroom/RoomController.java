package titian.waitingroom;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import titian.office.OfficeDesk;
import titian.shared.SignedIn;

/** The waiting room: what is going on, one's number and place, and the way in. */
@Controller
@RequestMapping("/antrean-rilis/{id}")
class RoomController {

    /** An address of ours, and nothing a browser could take for another one. */
    private static final Pattern OURS = Pattern.compile("/[a-z][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+){0,6}");

    private static final int LONGEST_WAY = 200;
    private static final String HOME = "/beranda";

    private final WaitingRoomDesk rooms;
    private final TicketDesk tickets;
    private final AnnouncementDesk announcements;
    private final Reminders reminders;
    private final OfficeDesk offices;
    private final HouseKey key;
    private final Clock clock;

    RoomController(
            WaitingRoomDesk rooms,
            TicketDesk tickets,
            AnnouncementDesk announcements,
            Reminders reminders,
            OfficeDesk offices,
            HouseKey key,
            Clock clock) {
        this.rooms = rooms;
        this.tickets = tickets;
        this.announcements = announcements;
        this.reminders = reminders;
        this.offices = offices;
        this.key = key;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam(defaultValue = "") String kembali,
            Model page) {
        page.addAttribute("room", room(id, me, kembali));
        return "waitingroom/room";
    }

    /** The part of the page that changes. */
    @GetMapping("/keadaan")
    String part(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam(defaultValue = "") String kembali,
            Model page) {
        page.addAttribute("room", room(id, me, kembali));
        return "waitingroom/state";
    }

    /** Whoever had to sign in first comes back here. */
    @GetMapping({"/nomor", "/ingatkan"})
    String afterSigningIn(@PathVariable ReleaseId id) {
        return "redirect:" + Release.address(id);
    }

    @PostMapping("/nomor")
    String take(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String kembali) {
        tickets.take(id, me.account());
        tickets.seatAtOnce(id);
        return backToRoom(id, kembali);
    }

    @PostMapping("/ingatkan")
    String remind(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String batal,
            @RequestParam(defaultValue = "") String kembali) {
        if (batal.isEmpty()) {
            announcements.remind(id, me.account());
        } else {
            announcements.forgetReminder(id, me.account());
        }
        return backToRoom(id, kembali);
    }

    /** The way in: the leave to book goes into a cookie, and the person on to where they came from. */
    @PostMapping("/masuk")
    ResponseEntity<Void> enter(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String kembali,
            HttpServletRequest request) {
        return letIn(tickets.admit(id, me.account()), kembali, request);
    }

    @PostMapping("/perpanjang")
    ResponseEntity<Void> renew(
            @PathVariable ReleaseId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String kembali,
            HttpServletRequest request) {
        return letIn(tickets.renew(id, me.account()), kembali, request);
    }

    private ResponseEntity<Void> letIn(Admission admission, String kembali, HttpServletRequest request) {
        var headers = new HttpHeaders();
        headers.add(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(WaitingRoomDesk.COOKIE, admission.token(key))
                        .path("/")
                        .maxAge(Duration.between(clock.instant(), admission.until()))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
        var back = ours(kembali);
        headers.setLocation(URI.create(back.isEmpty() ? HOME : back));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    /** Whatever a room refuses is told by the room itself, as it stands now. */
    @ExceptionHandler
    String refused(WaitingRoomRefused refused, HttpServletRequest request) {
        return backToRoom(refused.release(), String.valueOf(request.getParameter("kembali")));
    }

    private static String backToRoom(ReleaseId id, String kembali) {
        var back = ours(kembali);
        return "redirect:" + Release.address(id) + (back.isEmpty() ? "" : "?kembali=" + back);
    }

    private Room room(ReleaseId id, @Nullable SignedIn me, String kembali) {
        var release = rooms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var office = offices.find(release.office()).orElseThrow();
        var applicant = me == null || me.isOfficer() ? null : me.account();
        return new Room(
                release,
                office,
                clock.instant(),
                applicant == null ? null : tickets.standing(release, applicant),
                applicant != null && reminders.isWished(id, applicant),
                ours(kembali));
    }

    private static String ours(String address) {
        return address.length() <= LONGEST_WAY && OURS.matcher(address).matches() ? address : "";
    }
}
