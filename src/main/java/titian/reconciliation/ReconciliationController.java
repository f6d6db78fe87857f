package titian.reconciliation;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.BillId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;

/** The treasurer's pages of the files of bank and biller, and of what a person must decide about them. */
@Controller
class ReconciliationController {

    private static final String HOME = "/petugas/bendahara/pencocokan";
    private static final int LONGEST_REASON = 200;

    private final FileDesk files;
    private final WorkDesk work;
    private final OfficeDesk offices;

    ReconciliationController(FileDesk files, WorkDesk work, OfficeDesk offices) {
        this.files = files;
        this.work = work;
        this.offices = offices;
    }

    /** What was decided about a line, as sent: a bill's id, or one of two words. */
    record DecisionForm(String keputusan, String alasan) {

        DecisionForm(@Nullable String keputusan, @Nullable String alasan) {
            this.keputusan = keputusan == null ? "" : keputusan.strip();
            this.alasan = alasan == null ? "" : alasan.strip();
        }

        boolean hasReason() {
            return !alasan.isEmpty() && alasan.length() <= LONGEST_REASON;
        }
    }

    @GetMapping(HOME)
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        return list(me, Problems.NONE, page);
    }

    private String list(SignedIn me, Problems problems, Model page) {
        page.addAttribute("office", name(me));
        page.addAttribute("files", work.files(office(me)));
        page.addAttribute("problems", problems);
        return "reconciliation/files";
    }

    @PostMapping(HOME)
    String take(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String sumber,
            @RequestParam Optional<MultipartFile> berkas,
            @ModelAttribute("page") Page page,
            Model model)
            throws IOException {
        if (berkas.isEmpty() || berkas.get().isEmpty()) {
            return list(me, Problems.of("berkas", page.text("reconciliation.file.missing")), model);
        }
        var source = sumber.equals("bank") ? Source.BANK : Source.BILLER;
        try (var content = berkas.get().getInputStream()) {
            var id = files.take(fileName(berkas.get()), source, office(me), me.account(), content);
            return "redirect:" + HOME + "/" + id;
        }
    }

    @GetMapping(HOME + "/{file}")
    @ShowsPeople(Errand.RECONCILIATION)
    String show(
            @PathVariable FileId file,
            @RequestParam(name = "sesudah", defaultValue = "0") long after,
            @RequestParam(name = "cacat", defaultValue = "0") long malformedAfter,
            @AuthenticationPrincipal SignedIn me,
            Model page) {
        return show(find(file, me), after, malformedAfter, me, Problems.NONE, page);
    }

    private String show(DailyFile file, long after, long malformedAfter, SignedIn me, Problems problems, Model page) {
        page.addAttribute("office", name(me));
        page.addAttribute("file", file);
        page.addAttribute("left", work.left(file));
        page.addAttribute("tasks", work.tasks(file, after));
        page.addAttribute("malformed", work.malformed(file, malformedAfter));
        page.addAttribute("missing", work.missing(file));
        page.addAttribute("problems", problems);
        return "reconciliation/file";
    }

    @PostMapping(HOME + "/{file}/{line}")
    String decide(
            @PathVariable FileId file,
            @PathVariable long line,
            @ModelAttribute DecisionForm form,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes next) {
        var found = find(file, me);
        if (!form.hasReason()) {
            var problems = Problems.of("alasan-" + line, page.text("reconciliation.reason.missing"));
            return show(found, line - 1, 0, me, problems, model);
        }
        try {
            decide(found, line, form, me);
            next.addFlashAttribute("told", "reconciliation.settled");
        } catch (ReconciliationRefused refused) {
            next.addFlashAttribute("told", refused.key());
        }
        return "redirect:" + HOME + "/" + file;
    }

    private void decide(DailyFile file, long line, DecisionForm form, SignedIn me) {
        switch (form.keputusan()) {
            case "titipan" -> work.keepUnidentified(file, line, me.account(), form.alasan());
            case "bukan" -> work.setAside(file, line, me.account(), form.alasan());
            case String bill -> work.match(file, line, bill(bill), me.account(), form.alasan());
        }
    }

    private static BillId bill(String sent) {
        try {
            return BillId.of(sent);
        } catch (IllegalArgumentException _) {
            throw new ReconciliationRefused.PaymentUnknown();
        }
    }

    private DailyFile find(FileId file, SignedIn me) {
        return work.file(file, office(me)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The name is shown again, so only what is harmless of it is kept. */
    private static String fileName(MultipartFile file) {
        var sent = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var name =
                sent.replaceAll("^.*[/\\\\]", "").replaceAll("[^\\w .()-]", "_").strip();
        return name.isEmpty() ? "?" : name.substring(0, Math.min(80, name.length()));
    }

    private String name(SignedIn me) {
        return offices.find(office(me)).map(Office::name).orElse("");
    }

    private static OfficeId office(SignedIn me) {
        return Objects.requireNonNull(me.office(), "a treasurer has an office");
    }
}
