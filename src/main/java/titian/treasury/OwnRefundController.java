package titian.treasury;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import titian.payment.PaidBill;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** Where somebody asks back what they paid, and sees what has come of it; of what a counter took, the office asks. */
@Controller
class OwnRefundController {

    /**
     * What was paid and how far it has come back.
     *
     * @param next       the payment beyond the first that may be asked back now; nothing if it is the first itself
     * @param mayBeAsked whether some of it is not asked back yet, or in vain
     */
    record Back(
            ApplicationId application,
            Money paid,
            @Nullable Refund refund,
            @Nullable UUID next,
            boolean mayBeAsked,
            boolean atCounter) {

        /** Whether what was paid beyond the once is asked back already, and what was paid first is left. */
        boolean isOfTheFirst() {
            return refund != null && refund.surplus() != null && next == null;
        }
    }

    private final RefundDesk desk;
    private final SecondPaymentDesk seconds;

    OwnRefundController(RefundDesk desk, SecondPaymentDesk seconds) {
        this.desk = desk;
        this.seconds = seconds;
    }

    @GetMapping("/tagihan/{application}/pengembalian")
    String show(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model) {
        var back = desk.paid(application, me.account())
                .map(this::back)
                .or(() -> desk.ofCounter(application, me.account())
                        .map(refund -> new Back(application, refund.amount(), refund, null, false, true)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(back, RefundForm.BLANK, Problems.NONE, page, model);
    }

    private Back back(PaidBill paid) {
        return new Back(
                paid.application(),
                paid.amount(),
                desk.of(paid).orElse(null),
                seconds.next(paid).orElse(null),
                !desk.isAsked(paid),
                false);
    }

    private static String show(Back back, RefundForm form, Problems problems, Page page, Model model) {
        model.addAttribute("back", back);
        model.addAttribute("form", form);
        model.addAttribute("grounds", RefundForm.grounds(page.words()));
        model.addAttribute("problems", problems);
        return "treasury/askback";
    }

    @PostMapping("/tagihan/{application}/pengembalian")
    String ask(
            @PathVariable ApplicationId application,
            @RequestParam(required = false) @Nullable UUID lebih,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") RefundForm form,
            @ModelAttribute("page") Page page,
            Model model) {
        var paid = paid(application, me);
        var problems = form.problems(page.words());
        if (problems.any()) {
            return show(back(paid), form, problems, page, model);
        }
        try {
            desk.ask(application, me.account(), lebih, form.request());
        } catch (RefundRefused refused) {
            return show(back(paid), form, Problems.of("", page.text(refused.key())), page, model);
        }
        return "redirect:/tagihan/" + application + "/pengembalian";
    }

    private PaidBill paid(ApplicationId application, SignedIn me) {
        return desk.paid(application, me.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
