package titian.payment;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import titian.payment.BillView.Beside;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Page;

/** The bill as its payer sees it: the code, then whether the money arrived, then the proof. */
@Controller
class BillController {

    private final PaymentDesk desk;
    private final Ledger ledger;
    private final BillLines lines;
    private final OtherWays others;
    private final Surplus surplus;
    private final Clock clock;
    private final String payPage;

    /** @param payPage where development pays; production has banks */
    BillController(
            PaymentDesk desk,
            Ledger ledger,
            BillLines lines,
            OtherWays others,
            Surplus surplus,
            Clock clock,
            @Value("${titian.biller.pay-page:}") String payPage) {
        this.desk = desk;
        this.ledger = ledger;
        this.lines = lines;
        this.others = others;
        this.surplus = surplus;
        this.clock = clock;
        this.payPage = payPage;
    }

    @GetMapping("/tagihan/{application}")
    String show(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model) {
        var entry = entry(application, me);
        var id = entry.bill().id();
        var beside = new Beside(lines.of(id), others.payable(id), surplus.count(id) > 0);
        model.addAttribute("view", BillView.of(entry, beside, clock.instant(), page.words(), payPage));
        return "payment/bill";
    }

    /** Asking is an errand of its own, so that the person sees a page at once however slow the biller is. */
    @PostMapping("/tagihan/{application}/sudah-bayar")
    String saidPaid(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me) {
        desk.saidPaid(entry(application, me));
        return "redirect:/tagihan/" + application;
    }

    private LedgerEntry entry(ApplicationId application, SignedIn me) {
        return ledger.newest(application, me.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
