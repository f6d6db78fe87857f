package titian.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.BillId;
import titian.payment.DoubtDesk;
import titian.payment.DoubtedBill;
import titian.payment.StrayNotice;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;

/**
 * The treasurer's list of bills whose amount is in doubt, with what is owed and what was said, and of notices that fit no
 * bill: one decision for each.
 */
@Controller
@RequestMapping("/petugas/bendahara/ragu")
class DoubtController {

    private static final UUID NIL = new UUID(0, 0);
    private static final String HOME = "redirect:/petugas/bendahara/ragu";
    private static final int SHOWN = 30;
    private static final int A_PIECE = 200;
    private static final int MOST_PIECES = 10;
    private static final int LONGEST = 120;

    private final DoubtDesk desk;
    private final Books books;
    private final OfficeDesk offices;

    DoubtController(DoubtDesk desk, Books books, OfficeDesk offices) {
        this.desk = desk;
        this.books = books;
        this.offices = offices;
    }

    /**
     * Some of the notices that fit no bill.
     *
     * @param after behind which they stand; nothing at the beginning of the list
     * @param next  after which the list goes on; nothing at its end
     */
    record Strays(
            List<StrayNotice> shown,
            @Nullable UUID after,
            @Nullable UUID next) {}

    @GetMapping
    String list(
            @RequestParam(name = "sesudah", required = false) @Nullable UUID after,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        return list(me, after, Problems.NONE, model);
    }

    private String list(SignedIn me, @Nullable UUID after, Problems problems, Model model) {
        var office = ReportController.office(me);
        model.addAttribute("office", offices.find(office).map(Office::name).orElse(""));
        model.addAttribute("bills", here(office));
        model.addAttribute("strays", strays(office, after));
        model.addAttribute("problems", problems);
        return "treasury/doubts";
    }

    @PostMapping("/{bill}")
    String askAgain(
            @PathVariable UUID bill,
            @RequestParam(name = "alasan", defaultValue = "") String typed,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var found = find(new BillId(bill), ReportController.office(me))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = typed.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            var problem = Problems.of("alasan-" + bill, page.text("treasury.doubt.why.missing"));
            return list(me, null, problem, model);
        }
        desk.askAgain(found.bill(), me.account(), why);
        next.addFlashAttribute("told", "treasury.doubt.done");
        return HOME;
    }

    @PostMapping("/pemberitahuan/{notice}")
    String setAside(
            @PathVariable UUID notice,
            @RequestParam(name = "alasan", defaultValue = "") String typed,
            @RequestParam(name = "sesudah", required = false) @Nullable UUID after,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var office = ReportController.office(me);
        var found = desk.stray(notice)
                .filter(stray -> concerns(stray, office))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = typed.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            var problem = Problems.of("alasan-" + notice, page.text("treasury.doubt.why.missing"));
            return list(me, after, problem, model);
        }
        desk.setAside(found, me.account(), why);
        next.addFlashAttribute("told", "treasury.stray.done");
        return HOME;
    }

    /** Those of this office; the bills do not know theirs, so all are looked through, piece by piece. */
    private List<DoubtedBill> here(OfficeId office) {
        var found = new ArrayList<DoubtedBill>();
        var piece = desk.after(NIL, A_PIECE);
        while (!piece.isEmpty() && found.size() < SHOWN) {
            piece.forEach(bill -> find(bill, office).ifPresent(found::add));
            piece = desk.after(piece.getLast().value(), A_PIECE);
        }
        return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
    }

    /** So many of the oldest are looked through at a time; the list goes on where that ended. */
    private Strays strays(OfficeId office, @Nullable UUID after) {
        var found = new ArrayList<StrayNotice>();
        var piece = desk.strays(after == null ? NIL : after, A_PIECE);
        for (int pieces = 1; !piece.isEmpty(); pieces++) {
            for (var stray : piece) {
                if (concerns(stray, office)) {
                    found.add(stray);
                }
                if (found.size() == SHOWN) {
                    return new Strays(found, after, stray.id());
                }
            }
            if (pieces == MOST_PIECES) {
                return new Strays(found, after, piece.getLast().id());
            }
            piece = desk.strays(piece.getLast().id(), A_PIECE);
        }
        return new Strays(found, after, null);
    }

    /** What names no bill, or one of no office, concerns every treasurer. */
    private boolean concerns(StrayNotice stray, OfficeId office) {
        var bill = stray.bill();
        return bill == null || books.office(bill).map(office::equals).orElse(true);
    }

    private Optional<DoubtedBill> find(BillId bill, OfficeId office) {
        return books.office(bill).filter(office::equals).flatMap(_ -> desk.find(bill));
    }
}
