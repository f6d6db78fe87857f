package titian.interview;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.application.DraftDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Words;

/** What was decided on an applicant's own application, in plain words and as a paper to keep. */
@Controller
class DecisionController {

    private final DecisionDesk desk;
    private final DraftDesk applications;

    DecisionController(DecisionDesk desk, DraftDesk applications) {
        this.desk = desk;
        this.applications = applications;
    }

    static String address(ApplicationId application) {
        return "/permohonan/" + application + "/keputusan";
    }

    @GetMapping("/permohonan/{id}/keputusan")
    ModelAndView show(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Locale language) {
        mustBeMine(id, me);
        return new ModelAndView("interview/decision")
                .addObject("application", id)
                .addObject("said", desk.said(id, Words.in(language)).orElseThrow(DecisionController::missing))
                .addObject("why", desk.why(id).orElse(""));
    }

    @GetMapping("/permohonan/{id}/keputusan/pdf")
    ResponseEntity<byte[]> paper(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        mustBeMine(id, me);
        return pdf("keputusan.pdf", desk.paper(id).orElseThrow(DecisionController::missing));
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }

    private void mustBeMine(ApplicationId id, SignedIn me) {
        if (applications.find(id, me.account()).isEmpty()) {
            throw missing();
        }
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
