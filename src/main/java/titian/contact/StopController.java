package titian.contact;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page to which an old end is led to stop a change. Whoever has its address reads that end, and need not sign in. */
@Controller
class StopController {

    private final ConfirmDesk desk;

    StopController(ConfirmDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/kontak/hentikan/{change}/{token}")
    String ask(@PathVariable UUID change, @PathVariable String token, Model model) {
        return show(
                desk.stoppable(change, token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                model);
    }

    /** A program that only follows links in letters stops nothing. */
    @PostMapping("/kontak/hentikan/{change}/{token}")
    String stop(@PathVariable UUID change, @PathVariable String token) {
        if (desk.stop(change, token).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/kontak/hentikan/" + change + "/" + token;
    }

    private static String show(Change change, Model model) {
        model.addAttribute("change", change);
        return "contact/hentikan";
    }
}
