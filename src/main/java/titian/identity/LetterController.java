package titian.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
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
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.form.NumberDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Papers;
import titian.web.Words;

/** The letter an applicant takes to the civil registry office: which number, and what differs. */
@Controller
class LetterController {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final DraftDesk applications;
    private final NumberDesk numbers;
    private final Papers papers;
    private final Clock clock;

    LetterController(DraftDesk applications, NumberDesk numbers, Papers papers, Clock clock) {
        this.applications = applications;
        this.numbers = numbers;
        this.papers = papers;
        this.clock = clock;
    }

    /** Only to whom it belongs, and only while something is in doubt. It is in Indonesian: officials read it. */
    @GetMapping("/permohonan/{id}/nik/surat")
    ResponseEntity<byte[]> letter(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var application = applications.find(id, me.account()).orElseThrow(NoSuchApplication::new);
        var doubt = numbers.doubt(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = Words.in(Words.INDONESIAN);
        var paper = papers.pdf(
                "identity/letter",
                Map.of(
                        "doubt", doubt,
                        "reference", application.reference().toString(),
                        "day", words.date(LocalDate.ofInstant(clock.instant(), JAKARTA)),
                        "words", words,
                        "mark", papers.picture("icon-192.png")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("surat-dukcapil.pdf")
                                .build()
                                .toString())
                .body(paper);
    }
}
