package titian.pass;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import titian.application.ApplicationDesk;
import titian.counterfee.CounterFeeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Words;

/** Shows an applicant the passes of their own applications. */
@Controller
class PassController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", UTF_8);

    private final PassDesk desk;
    private final CounterFeeDesk fees;
    private final ApplicationDesk applications;

    PassController(PassDesk desk, CounterFeeDesk fees, ApplicationDesk applications) {
        this.desk = desk;
        this.fees = fees;
        this.applications = applications;
    }

    /** Without an appointment there is no pass yet: the application's own page says what is next. */
    @GetMapping("/pass/{application}")
    String show(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Model model) {
        var pass = find(application, me);
        pass.ifPresent(found -> model.addAttribute("pass", found));
        model.addAttribute("fee", fees.find(application).orElse(null));
        return pass.isPresent() ? "pass/pass" : "redirect:/permohonan/" + application;
    }

    @GetMapping("/pass/{application}/pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var pass = find(application, me).orElseThrow(PassController::missing);
        return file(MediaType.APPLICATION_PDF, "bukti-kunjungan.pdf", desk.pdf(pass, Words.in(locale)));
    }

    @GetMapping("/pass/{application}/kalender.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var pass = find(application, me).filter(Pass::isReady).orElseThrow(PassController::missing);
        return file(CALENDAR, "kunjungan.ics", desk.calendar(pass, Words.in(locale)));
    }

    private Optional<Pass> find(ApplicationId application, SignedIn me) {
        var mine = applications
                .summary(application)
                .filter(found -> found.account().equals(me.account()))
                .orElseThrow(PassController::missing);
        return desk.find(mine);
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
