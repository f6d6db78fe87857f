package titian.treasury;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.BillId;
import titian.payment.PaidBill;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The treasurers' pages of money asked back: what is open, each request, and the file of what is ordered. */
@Controller
class RefundController {

    private static final String HOME = "/petugas/bendahara/pengembalian";
    private static final int LONGEST = 120;

    /** Somebody's part of what a family paid at once. It prints without giving them away. */
    record Share(PaidBill paid, boolean asked) {

        @Override
        public String toString() {
            return "share of " + paid.bill();
        }
    }

    private final RefundDesk desk;
    private final SecondPaymentDesk seconds;
    private final AccountDesk accounts;
    private final OfficeDesk offices;
    private final ApplicationEventPublisher events;

    RefundController(
            RefundDesk desk,
            SecondPaymentDesk seconds,
            AccountDesk accounts,
            OfficeDesk offices,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.seconds = seconds;
        this.accounts = accounts;
        this.offices = offices;
        this.events = events;
    }

    @GetMapping(HOME)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("office", office(me));
        model.addAttribute("twice", seconds.waiting(ReportController.office(me)));
        model.addAttribute("refunds", desk.of(ReportController.office(me)));
        return "treasury/refunds";
    }

    @GetMapping(HOME + "/baru")
    String blank(
            @RequestParam(name = "tagihan", required = false) @Nullable UUID bill,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model) {
        var form = bill == null
                ? RefundForm.BLANK
                : seconds.next(new BillId(bill), ReportController.office(me))
                        .map(RefundForm::paidTwice)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(me, form, List.of(), Problems.NONE, page, model);
    }

    private String form(SignedIn me, RefundForm form, List<Share> family, Problems problems, Page page, Model model) {
        model.addAttribute("office", office(me));
        model.addAttribute("form", form);
        model.addAttribute("family", family);
        model.addAttribute("grounds", RefundForm.grounds(page.words()));
        model.addAttribute("problems", problems);
        return "treasury/askfor";
    }

    /** Whom one payment was for, if for several; each with whether their money is asked back already. */
    private List<Share> family(SignedIn me, RefundForm form) {
        var paid = form.ntpn().isEmpty() ? List.<PaidBill>of() : desk.paid(form.ntpn(), ReportController.office(me));
        return paid.size() < 2
                ? List.of()
                : paid.stream()
                        .map(one -> new Share(one, desk.isAsked(one, form.ntpn())))
                        .toList();
    }

    /** Where a family paid at once, the page names them, so that it can be said for whom it is. */
    @ShowsPeople(Errand.REFUND)
    @PostMapping(HOME + "/baru")
    String askFor(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") RefundForm form,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var problems = form.problems(page.words());
        if (problems.any()) {
            return form(me, form, family(me, form), problems, page, model);
        }
        try {
            var refunds =
                    desk.askFor(form.ntpn(), form.chosen(), ReportController.office(me), me.account(), form.request());
            next.addFlashAttribute("told", "treasury.refund.done");
            return "redirect:" + HOME
                    + (refunds.size() == 1 ? "/" + refunds.getFirst().id() : "");
        } catch (RefundRefused refused) {
            var field = refused instanceof RefundRefused.NobodyChosen ? "orang" : "ntpn";
            return form(me, form, family(me, form), Problems.of(field, page.text(refused.key())), page, model);
        }
    }

    @GetMapping(HOME + "/{id}")
    @ShowsPeople(Errand.REFUND)
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
        return show(find(id, me), me, Problems.NONE, model);
    }

    private String show(Refund refund, SignedIn me, Problems problems, Model model) {
        model.addAttribute("office", office(me));
        model.addAttribute("refund", refund);
        model.addAttribute("me", me.account());
        model.addAttribute("officers", officers(refund.state()));
        model.addAttribute("problems", problems);
        return "treasury/refund";
    }

    /** Who approved, the first before the second. */
    private List<String> officers(RefundState state) {
        return switch (state) {
            case RefundState.Asked _, RefundState.Refused _ -> List.of();
            case RefundState.Endorsed endorsed -> List.of(name(endorsed.first()));
            case RefundState.Ordered ordered -> List.of(name(ordered.first()), name(ordered.second()));
            case RefundState.Transferred sent -> List.of(name(sent.first()), name(sent.second()));
        };
    }

    private String name(AccountId officer) {
        return accounts.contact(officer).map(Contact::name).orElse("");
    }

    @Grave
    @PostMapping(HOME + "/{id}")
    String step(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String langkah,
            @RequestParam(defaultValue = "") String alasan,
            @RequestParam(defaultValue = "") String acuan,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var refund = find(id, me);
        var missing = missing(langkah, alasan.strip(), acuan.strip(), page);
        if (missing.any()) {
            return show(refund, me, missing, model);
        }
        try {
            take(refund, langkah, alasan.strip(), acuan.strip(), me.account());
            next.addFlashAttribute("told", "treasury.refund.done");
        } catch (RefundRefused refused) {
            next.addFlashAttribute("told", refused.key());
        }
        return "redirect:" + HOME + "/" + id;
    }

    private static Problems missing(String step, String why, String reference, Page page) {
        if (step.equals("tolak") && (why.isEmpty() || why.length() > LONGEST)) {
            return Problems.of("alasan", page.text("treasury.refund.why.missing"));
        }
        return step.equals("kirim") && !reference.matches("[0-9A-Za-z/ -]{4,40}")
                ? Problems.of("acuan", page.text("treasury.refund.reference.malformed"))
                : Problems.NONE;
    }

    private void take(Refund refund, String step, String why, String reference, AccountId officer) {
        switch (step) {
            case "setuju" -> desk.endorse(refund, officer);
            case "pesan" -> desk.order(refund, officer);
            case "kirim" -> desk.transferred(refund, officer, reference);
            case "tolak" -> desk.refuse(refund, officer, why);
            default -> throw new RefundRefused.NotOpen();
        }
    }

    /** What the bank is to pay, for its own system. That it was taken is kept first: it says where people bank. */
    @Grave
    @ShowsPeople(Errand.REFUND)
    @GetMapping(HOME + "/pesanan.csv")
    void orders(@AuthenticationPrincipal SignedIn me, Locale locale, HttpServletResponse response) throws IOException {
        var words = Words.in(locale);
        events.publishEvent(Act.of("EXPORTED", "report", "titian-pengembalian.csv"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"titian-pengembalian.csv\"");
        try (var sheet = Sheet.csv(response.getOutputStream())) {
            sheet.row(Stream.of("order", "bank", "number", "holder", "amount", "currency")
                    .map(column -> words.text("treasury.order." + column))
                    .toList());
            desk.ordered(ReportController.office(me))
                    .forEach(refund -> sheet.row(List.of(
                            refund.state() instanceof RefundState.Ordered ordered ? ordered.orderNumber() : "",
                            refund.destination().bank(),
                            refund.destination().number(),
                            refund.destination().holder(),
                            refund.amount().amount(),
                            refund.amount().currency().getCurrencyCode())));
        }
    }

    private Refund find(UUID id, SignedIn me) {
        return desk.find(id, ReportController.office(me))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String office(SignedIn me) {
        return offices.find(ReportController.office(me)).map(Office::name).orElse("");
    }
}
