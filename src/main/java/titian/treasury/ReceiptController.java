package titian.treasury;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Words;

/** The receipt as its payer takes it along, and the page on which everybody else sees whether it is genuine. */
@Controller
class ReceiptController {

    private final ReceiptDesk desk;
    private final CounterReceiptDesk counter;

    ReceiptController(ReceiptDesk desk, CounterReceiptDesk counter) {
        this.desk = desk;
        this.counter = counter;
    }

    @GetMapping("/tagihan/{application}/bukti.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var words = Words.in(locale);
        return desk.find(application, me.account())
                .map(receipt -> desk.pdf(receipt, words))
                .or(() -> counter.find(application, me.account()).map(receipt -> counter.pdf(receipt, words)))
                .map(ReceiptController::paper)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A paper to look at and to keep. */
    static ResponseEntity<byte[]> paper(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("bukti-bayar.pdf")
                                .build()
                                .toString())
                .body(content);
    }

    /** Whoever guesses learns nothing: what cannot be a token, and what is none of ours, get the same answer. */
    @GetMapping("/bukti/{token}")
    String genuine(@PathVariable String token, Model model, HttpServletResponse response) {
        var receipt = ReceiptToken.read(token)
                .flatMap(read -> desk.find(read).map(Receipt.class::cast).or(() -> counter.find(read)));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        receipt.ifPresentOrElse(
                found -> model.addAttribute("receipt", found), () -> response.setStatus(HttpStatus.NOT_FOUND.value()));
        return "treasury/genuine";
    }
}
