package titian.interview;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import titian.application.ApplicationDesk;
import titian.casework.Prospect;
import titian.casework.ProspectDesk;
import titian.document.DocumentKind;
import titian.document.SheetDesk;
import titian.document.Upload;
import titian.form.AnswerList;
import titian.interview.Examination.Cause;
import titian.interview.Examination.Subject;
import titian.interview.Original.Mark;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.shared.UploadId;
import titian.shelf.StoreUnavailable;
import titian.web.Errand;
import titian.web.Notice;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** The counter's page for whoever is served: originals beside uploads, guided notes, and minutes if there must be some. */
@Controller
@RequestMapping("/petugas/wawancara/{application}")
class InterviewController {

    private final InterviewDesk desk;
    private final ExaminationDesk examinations;
    private final SheetDesk sheets;
    private final Statement statement;
    private final ProspectDesk prospects;
    private final OfficeDesk offices;

    InterviewController(
            InterviewDesk desk,
            ExaminationDesk examinations,
            SheetDesk sheets,
            Statement statement,
            ProspectDesk prospects,
            OfficeDesk offices) {
        this.desk = desk;
        this.examinations = examinations;
        this.sheets = sheets;
        this.statement = statement;
        this.prospects = prospects;
        this.offices = offices;
    }

    /** What the page shows. What was typed stands in its fields, whatever is saved. */
    record Shown(
            Office office,
            ApplicationDesk.Summary about,
            Interview interview,
            Notes typed,
            Drafts drafts,
            List<Upload> papers,
            Map<UploadId, Integer> sheets,
            Map<DocumentKind, Original> originals,
            List<AnswerList.Group> answers,
            @Nullable Prospect prospect,
            @Nullable Examination examination) {

        String address() {
            return "/petugas/wawancara/" + about.id();
        }

        /** What is typed about an original; else what was said of it. */
        String difference(DocumentKind kind) {
            var typed = drafts.at(Drafts.difference(kind));
            var original = originals.get(kind);
            return typed.isEmpty() && original != null ? Objects.requireNonNullElse(original.note(), "") : typed;
        }

        /** What was found of a paper before the visit; nothing if nobody said anything of it. */
        Optional<String> found(Upload paper, Words words) {
            if (prospect == null) {
                return Optional.empty();
            }
            if (prospect.isReady()) {
                return Optional.of(words.text("interview.found.READY"));
            }
            return prospect.faults().stream()
                    .filter(fault -> fault.paper().equals("document.kind." + paper.kind()))
                    .map(fault -> words.text(fault.reason()))
                    .findFirst();
        }

        @Override
        public String toString() {
            return interview.toString();
        }
    }

    @ShowsPeople(Errand.INTERVIEW)
    @GetMapping
    ModelAndView show(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me, Locale language) {
        return page(application, me, language, null, Problems.NONE);
    }

    private ModelAndView page(
            ApplicationId application, SignedIn me, Locale language, @Nullable Typed typed, Problems problems) {
        var officer = Officer.of(me);
        var about = desk.here(officer, application).orElseThrow(DecisionController::missing);
        var interview = desk.begin(officer, application);
        var papers = desk.papers(application);
        var notes = typed == null ? null : typed.notes();
        return new ModelAndView(
                        "interview/interview", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject(
                        "shown",
                        new Shown(
                                offices.find(officer.office()).orElseThrow(),
                                about,
                                interview,
                                notes == null ? interview.notes() : notes,
                                typed == null ? interview.drafts() : typed.drafts(),
                                papers,
                                papers.stream().collect(toMap(Upload::id, this::count)),
                                desk.originals(application),
                                statement.of(application, Words.in(language)),
                                prospects.of(application).orElse(null),
                                examinations.find(application, officer.office()).orElse(null)))
                .addObject("problems", problems);
    }

    /** A paper that cannot be opened just now has no sheets to leaf through; the page says so. */
    private int count(Upload paper) {
        try {
            return sheets.count(paper);
        } catch (StoreUnavailable _) {
            return 0;
        }
    }

    @PostMapping("/asli")
    Object mark(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("jenis") String paper,
            @RequestParam(name = "hasil", defaultValue = "") String found,
            @RequestParam(name = "versi", defaultValue = "0") int version,
            @RequestParam Map<String, String> all,
            Locale language) {
        var officer = Officer.of(me);
        var kind = one(DocumentKind.values(), paper);
        var mark = one(Mark.values(), found);
        var typed = Typed.of(all, version);
        try {
            keep(officer, application, typed);
            desk.mark(officer, application, kind, mark, cut(typed.drafts().at(Drafts.difference(kind))));
        } catch (InterviewRefused.TypedElsewhere _) {
            return compared(application, me, language, typed);
        } catch (InterviewRefused.Unwritten unwritten) {
            var problem = Problems.of(unwritten.field(), Words.in(language).text("interview.problem.beda"));
            return page(application, me, language, typed, problem);
        } catch (InterviewRefused.NotHere _) {
            throw DecisionController.missing();
        }
        return back(application) + "#asli-" + kind;
    }

    /** Whichever button is pressed, nothing typed elsewhere on the page is lost. */
    private void keep(Officer officer, ApplicationId application, Typed typed) {
        if (typed.version() > 0) {
            desk.save(officer, application, typed);
        }
    }

    private ModelAndView compared(ApplicationId application, SignedIn me, Locale language, Typed typed) {
        var problem = Problems.of("", Words.in(language).text("interview.problem.elsewhere"));
        var compared = page(application, me, language, typed, problem);
        compared.setStatus(HttpStatus.CONFLICT);
        return compared;
    }

    /** Typing goes along by itself; so does a press on "save". Which of them it was is told apart by what is expected back. */
    @PostMapping("/catatan")
    Object save(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> all,
            @RequestParam(name = "versi", defaultValue = "0") int version,
            @RequestParam(name = "aksi", defaultValue = "") String action,
            RedirectAttributes next,
            Locale language) {
        var officer = Officer.of(me);
        var typed = Typed.of(all, version);
        try {
            if (action.equals("selesai")) {
                desk.hold(officer, application, typed);
                next.addFlashAttribute("notice", Notice.done("interview.notice.held"));
                return back(application);
            }
            var saved = desk.save(officer, application, typed);
            if (action.isEmpty()) {
                return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(Integer.toString(saved.version()));
            }
            next.addFlashAttribute("notice", Notice.done("interview.notice.saved"));
            return back(application);
        } catch (InterviewRefused.TypedElsewhere _) {
            return action.isEmpty()
                    ? ResponseEntity.status(HttpStatus.CONFLICT).build()
                    : compared(application, me, language, typed);
        } catch (InterviewRefused.Unwritten unwritten) {
            var problem = Problems.of(unwritten.field(), Words.in(language).text("interview.problem.nothing"));
            return page(application, me, language, typed, problem);
        } catch (InterviewRefused.NotHere _) {
            throw DecisionController.missing();
        }
    }

    @PostMapping("/bap")
    Object record(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("perihal") String subject,
            @RequestParam("sebab") String cause,
            @RequestParam(name = "versi", defaultValue = "0") int version,
            @RequestParam Map<String, String> all,
            RedirectAttributes next,
            Locale language) {
        var officer = Officer.of(me);
        var about = one(Subject.values(), subject);
        var why = one(Cause.values(), cause);
        var typed = Typed.of(all, version);
        try {
            keep(officer, application, typed);
            examinations.record(officer, application, about, why, all.getOrDefault(Drafts.MINUTES, ""));
        } catch (InterviewRefused.TypedElsewhere _) {
            return compared(application, me, language, typed);
        } catch (InterviewRefused.Unwritten unwritten) {
            var problem = Problems.of(unwritten.field(), Words.in(language).text("interview.problem.berita"));
            return page(application, me, language, typed, problem);
        } catch (InterviewRefused.NotHere _) {
            throw DecisionController.missing();
        }
        next.addFlashAttribute("notice", Notice.done("interview.notice.recorded"));
        return back(application);
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(Notes.LONGEST, typed.length()));
    }

    private static <E extends Enum<E>> E one(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String back(ApplicationId application) {
        return "redirect:/petugas/wawancara/" + application;
    }
}
