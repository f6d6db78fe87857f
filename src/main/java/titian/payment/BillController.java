package titian.payment;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
import titian.web.Words;

/** The bill as its payer sees it: the code, then whether the money arrived, then the proof. */
@Controller
class BillController {

    private final PaymentDesk desk;
    private final Ledger ledger;
    private final BillLines lines;
    private final OtherWays others;
    private final Surplus surplus;
    private final FamilyDesk families;
    private final Clock clock;
    private final String payPage;

    /** @param payPage where development pays; production has banks */
    BillController(
            PaymentDesk desk,
            Ledger ledger,
            BillLines lines,
            OtherWays others,
            Surplus surplus,
            FamilyDesk families,
            Clock clock,
            @Value("${titian.biller.pay-page:}") String payPage) {
        this.desk = desk;
        this.ledger = ledger;
        this.lines = lines;
        this.others = others;
        this.surplus = surplus;
        this.families = families;
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
        model.addAttribute("family", family(id, me, page.words()));
        return "payment/bill";
    }

    /** What the whole family owes: gathered under one code, or offered to be. Whoever owes for one alone sees nothing. */
    private @Nullable FamilyView family(BillId bill, SignedIn me, Words words) {
        var shares = families.payable(me.account());
        if (shares.stream().noneMatch(share -> share.bill().equals(bill))) {
            return null;
        }
        return families.gathered(me.account(), bill)
                .map(family -> FamilyView.of(family, words))
                .orElseGet(() -> FamilyView.offer(shares, words));
    }

    /** One code for all that this account owes. */
    @PostMapping("/tagihan/{application}/keluarga")
    String gather(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me) {
        families.gather(me.account(), entry(application, me).bill().id());
        return "redirect:/tagihan/" + application;
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
