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

    ReceiptController(ReceiptDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/tagihan/{application}/bukti.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var receipt = desk.find(application, me.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("bukti-bayar.pdf")
                                .build()
                                .toString())
                .body(desk.pdf(receipt, Words.in(locale)));
    }

    /** Whoever guesses learns nothing: what cannot be a token, and what is none of ours, get the same answer. */
    @GetMapping("/bukti/{token}")
    String genuine(@PathVariable String token, Model model, HttpServletResponse response) {
        var receipt = ReceiptToken.read(token).flatMap(desk::find);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        receipt.ifPresentOrElse(
                found -> model.addAttribute("receipt", found), () -> response.setStatus(HttpStatus.NOT_FOUND.value()));
        return "treasury/genuine";
    }
}
