package titian.queue;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.shared.SignedIn;

/** The door officer has seen that what somebody's form says is so: they go first. */
@Controller
class PriorityController {

    private final PriorityDesk desk;

    PriorityController(PriorityDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/petugas/pintu/tiket/{ticket}/dahulukan")
    String letGoFirst(@AuthenticationPrincipal SignedIn me, @PathVariable TicketId ticket, RedirectAttributes next) {
        var given = desk.letGoFirst(Officer.of(me), ticket)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addFlashAttribute("scan", Scan.comeIn("", given));
        return "redirect:/petugas/pintu";
    }
}
