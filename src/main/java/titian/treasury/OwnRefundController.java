package titian.treasury;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import titian.payment.PaidBill;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/** Where somebody asks back what they paid, and sees what has come of it. */
@Controller
class OwnRefundController {

    private final RefundDesk desk;

    OwnRefundController(RefundDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/tagihan/{application}/pengembalian")
    String show(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model) {
        return show(paid(application, me), RefundForm.BLANK, Problems.NONE, page, model);
    }

    private String show(PaidBill paid, RefundForm form, Problems problems, Page page, Model model) {
        model.addAttribute("paid", paid);
        model.addAttribute("refund", desk.of(paid).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("grounds", RefundForm.grounds(page.words()));
        model.addAttribute("problems", problems);
        return "treasury/askback";
    }

    @PostMapping("/tagihan/{application}/pengembalian")
    String ask(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") RefundForm form,
            @ModelAttribute("page") Page page,
            Model model) {
        var paid = paid(application, me);
        var problems = form.problems(page.words());
        if (problems.any()) {
            return show(paid, form, problems, page, model);
        }
        try {
            desk.ask(application, me.account(), form.request());
        } catch (RefundRefused refused) {
            return show(paid, form, Problems.of("", page.text(refused.key())), page, model);
        }
        return "redirect:/tagihan/" + application + "/pengembalian";
    }

    private PaidBill paid(ApplicationId application, SignedIn me) {
        return desk.paid(application, me.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
