package titian.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.casework.FilePages.LookedAt;
import titian.casework.Verdicts.Typed;
import titian.casework.VerificationDesk.Judgement;
import titian.document.DocumentKind;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.shared.UploadId;
import titian.web.Errand;
import titian.web.Notice;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** A file on the verifier's desk: the papers beside what was typed, and what is said of each. */
@Controller
@RequestMapping("/petugas/berkas/{application}")
class FileController {

    private static final int LONGEST_NOTE = 1000;

    private final VerificationDesk desk;
    private final FilePages pages;
    private final Folder folder;
    private final OfficeDesk offices;
    private final Refusals refusals;

    FileController(VerificationDesk desk, FilePages pages, Folder folder, OfficeDesk offices, Refusals refusals) {
        this.desk = desk;
        this.pages = pages;
        this.folder = folder;
        this.offices = offices;
        this.refusals = refusals;
    }

    @ShowsPeople(Errand.CHECKING_PAPERS)
    @GetMapping
    ModelAndView show(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "dok", defaultValue = "") String kind,
            @RequestParam(name = "halaman", defaultValue = "1") int sheet,
            @RequestParam(name = "putar", defaultValue = "0") int turn,
            @RequestParam(name = "besar", defaultValue = "1") int zoom,
            Locale language) {
        var officer = Officer.of(me);
        var shown = FilePages.paper(folder.of(application), kind);
        var typed = shown == null ? Typed.NOTHING : desk.typed(officer, application, shown.kind());
        return page(application, officer, new LookedAt(kind, sheet, turn, zoom, typed), Problems.NONE, language);
    }

    private ModelAndView page(
            ApplicationId application, Officer officer, LookedAt asked, Problems problems, Locale language) {
        var file = desk.find(application, officer).orElseThrow(FileController::missing);
        return new ModelAndView("casework/file", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("shown", pages.of(file, officer, asked, language))
                .addObject("problems", problems);
    }

    @PostMapping("/ambil")
    String take(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "dari", required = false) @Nullable AccountId from,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        return refusals.told(next, back(application), () -> {
            if (from == null) {
                desk.take(officer, application);
            } else {
                desk.takeOver(officer, application, from);
            }
            return back(application);
        });
    }

    @PostMapping("/lepas")
    String release(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, back(application), () -> {
            desk.release(Officer.of(me), application);
            return WorklistController.HOME;
        });
    }

    @PostMapping("/buka-lagi")
    String reopen(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, back(application), () -> {
            desk.reopen(Officer.of(me), application);
            return back(application);
        });
    }

    /** What is said while a colleague has the file or has moved it on is kept, and stands on the page that says so. */
    @PostMapping("/putusan")
    Object judge(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("jenis") String paper,
            @RequestParam(name = "unggahan", required = false) @Nullable UploadId upload,
            @RequestParam(name = "putusan", defaultValue = "") String verdict,
            @RequestParam(name = "alasan", defaultValue = "") String why,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            RedirectAttributes next,
            Locale language) {
        var officer = Officer.of(me);
        var kind = kind(paper);
        var typed = typed(why, note);
        var isGood = verdict.equals("baik");
        try {
            if (!isGood && typed.reason() == null) {
                throw new CaseRefused.NoReason(kind);
            }
            desk.judge(officer, application, new Judgement(kind, upload, isGood ? null : typed.reason(), typed.note()));
        } catch (CaseRefused.NoReason _) {
            var field = typed.reason() == null ? "alasan" : "catatan";
            var problems = Problems.of(field, Words.in(language).text("casework.problem." + field));
            return page(application, officer, new LookedAt(paper, 1, 0, 1, typed), problems, language);
        } catch (CaseRefused.HeldByColleague | CaseRefused.StepNotOpen | CaseRefused.PaperChanged refused) {
            if (!typed.equals(Typed.NOTHING)) {
                desk.keep(officer, application, kind, typed);
            }
            return refusals.told(next, back(application) + "?dok=" + kind, refused);
        } catch (CaseRefused refused) {
            return refusals.told(next, back(application), refused);
        }
        return back(application) + unjudged(application) + "#putusan";
    }

    /** Asks for a paper that was not handed in. */
    @PostMapping("/minta")
    String ask(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("jenis") String paper,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            RedirectAttributes next) {
        var kind = kind(paper);
        return refusals.told(next, back(application), () -> {
            desk.judge(
                    Officer.of(me),
                    application,
                    new Judgement(kind, null, Reason.MISSING, typed("", note).note()));
            return back(application) + "?dok=" + kind;
        });
    }

    /** What is typed goes along by itself while it is typed. */
    @PostMapping("/ketikan")
    ResponseEntity<String> keep(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("jenis") String paper,
            @RequestParam(name = "alasan", defaultValue = "") String why,
            @RequestParam(name = "catatan", defaultValue = "") String note) {
        try {
            var colleague = desk.keep(Officer.of(me), application, kind(paper), typed(why, note));
            return ResponseEntity.status(colleague.isEmpty() ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                    .build();
        } catch (CaseRefused.NoSuchFile _) {
            throw missing();
        }
    }

    @PostMapping("/setujui")
    String approve(
            @PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return refusals.told(next, back(application), () -> {
            desk.approve(Officer.of(me), application);
            next.addFlashAttribute("notice", Notice.done("casework.notice.ready"));
            return WorklistController.HOME;
        });
    }

    @PostMapping("/kembalikan")
    String sendBack(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "batas", defaultValue = "") String day,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        var office = offices.find(officer.office()).orElseThrow();
        return refusals.told(next, back(application), () -> {
            var file = desk.find(application, officer).orElseThrow(FileController::missing);
            desk.sendBack(officer, application, FilePages.endOf(day(day, application), office, file.visitAt()));
            next.addFlashAttribute("notice", Notice.done("casework.notice.sent-back"));
            return WorklistController.HOME;
        });
    }

    private static LocalDate day(String typed, ApplicationId application) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            throw new CaseRefused.DayOutOfReach(application);
        }
    }

    private String unjudged(ApplicationId application) {
        return folder.of(application).stream()
                .filter(paper -> !paper.isJudged())
                .findFirst()
                .map(paper -> "?dok=" + paper.kind())
                .orElse("");
    }

    private static Typed typed(String why, String note) {
        var reason =
                Stream.of(Reason.values()).filter(one -> one.name().equals(why)).findFirst();
        var line = note.strip();
        return new Typed(reason.orElse(null), line.substring(0, Math.min(LONGEST_NOTE, line.length())));
    }

    private static DocumentKind kind(String name) {
        Optional<DocumentKind> kind = Stream.of(DocumentKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
        return kind.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String back(ApplicationId application) {
        return "redirect:/petugas/berkas/" + application;
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
