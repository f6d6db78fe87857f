package titian.treasury;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.application.Reference;
import titian.counterfee.CounterFee;
import titian.counterfee.CounterFeeDesk;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The treasurer's page of a fee that is paid at the counter: found by the application's number, noted when it was taken, and asked back. */
@Controller
@RequestMapping("/petugas/bendahara/loket")
class CounterFeeController {

    private static final String HOME = "redirect:/petugas/bendahara/loket";

    /** Money is taken of whoever came. */
    private static final Set<String> HERE = Set.of("CHECKED_IN", "IN_SERVICE", "INTERVIEWED");

    private final CounterFeeDesk desk;
    private final DraftDesk applications;
    private final OfficeDesk offices;
    private final CounterReceiptDesk receipts;
    private final RefundDesk refunds;

    CounterFeeController(
            CounterFeeDesk desk,
            DraftDesk applications,
            OfficeDesk offices,
            CounterReceiptDesk receipts,
            RefundDesk refunds) {
        this.desk = desk;
        this.applications = applications;
        this.offices = offices;
        this.receipts = receipts;
        this.refunds = refunds;
    }

    /** A fee with whose it is, for treasurers of that office only. */
    record Shown(
            CounterFee fee,
            PassportApplication application,
            @Nullable Refund refund) {

        /** The same for whether money that was taken may be asked back. */
        boolean mayBeAskedBack() {
            return fee.takenAt() != null && (refund == null || refund.state() instanceof RefundState.Refused);
        }

        /** One rule says whether the button is there and whether it may be pressed. */
        boolean mayBeTaken() {
            return fee.takenAt() == null && HERE.contains(application.stage().name());
        }

        @Override
        public String toString() {
            return "counter fee of " + fee.application();
        }
    }

    @GetMapping
    String search(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(
                "office",
                offices.find(ReportController.office(me)).map(Office::name).orElse(""));
        return "treasury/counterfees";
    }

    /** What is typed stands in no address. */
    @PostMapping("/cari")
    String find(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "nomor", defaultValue = "") String typed,
            RedirectAttributes next) {
        var found = Reference.read(typed)
                .flatMap(applications::find)
                .flatMap(desk::find)
                .filter(fee -> fee.office().equals(ReportController.office(me)));
        if (found.isEmpty()) {
            next.addFlashAttribute("told", "treasury.counter.no-such");
            return HOME;
        }
        return HOME + "/" + found.get().application();
    }

    @ShowsPeople(Errand.TAKING_MONEY)
    @GetMapping("/{application}")
    String show(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("shown", shown(application, me));
        model.addAttribute("office", offices.find(ReportController.office(me)).orElseThrow());
        return "treasury/counterfee";
    }

    @PostMapping("/{application}")
    String take(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        var shown = shown(application, me);
        if (shown.mayBeTaken()) {
            desk.take(shown.fee(), me.account());
            next.addFlashAttribute("told", "treasury.counter.done");
        } else {
            next.addFlashAttribute("told", "treasury.counter.not-open");
        }
        return HOME + "/" + application;
    }

    @ShowsPeople(Errand.TAKING_MONEY)
    @GetMapping("/{application}/bukti.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale locale) {
        return receipts.find(shown(application, me).fee())
                .map(receipt -> ReceiptController.paper(receipts.pdf(receipt, Words.in(locale))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/{application}/pengembalian")
    String form(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model) {
        var shown = shown(application, me);
        return shown.mayBeAskedBack()
                ? form(shown, RefundForm.BLANK, Problems.NONE, page, model)
                : HOME + "/" + application;
    }

    private String form(Shown shown, RefundForm form, Problems problems, Page page, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("office", offices.find(shown.fee().office()).orElseThrow());
        model.addAttribute("form", form);
        model.addAttribute("grounds", RefundForm.grounds(page.words()));
        model.addAttribute("problems", problems);
        return "treasury/askforfee";
    }

    @PostMapping("/{application}/pengembalian")
    String askBack(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") RefundForm form,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var shown = shown(application, me);
        var problems = form.problems(page.words());
        if (problems.any()) {
            return form(shown, form, problems, page, model);
        }
        try {
            var owner = shown.application().account();
            var refund = refunds.askFor(shown.fee(), owner, me.account(), form.request());
            next.addFlashAttribute("told", "treasury.refund.done");
            return "redirect:/petugas/bendahara/pengembalian/" + refund.id();
        } catch (RefundRefused refused) {
            return form(shown, form, Problems.of("", page.text(refused.key())), page, model);
        }
    }

    private Shown shown(ApplicationId application, SignedIn me) {
        return desk.find(application)
                .filter(fee -> fee.office().equals(ReportController.office(me)))
                .flatMap(fee -> applications
                        .find(application)
                        .map(found -> new Shown(fee, found, refunds.of(fee).orElse(null))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
