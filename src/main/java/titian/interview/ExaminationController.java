package titian.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.ApplicationDesk;
import titian.application.ApplicationRefused;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Notice;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** Examinations before the heads: what waits for an opinion, what for the decision, and the papers of each. */
@Controller
@RequestMapping("/petugas/bap")
class ExaminationController {

    private final ExaminationDesk desk;
    private final ExaminationPapers papers;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;

    ExaminationController(
            ExaminationDesk desk, ExaminationPapers papers, ApplicationDesk applications, OfficeDesk offices) {
        this.desk = desk;
        this.papers = papers;
        this.applications = applications;
        this.offices = offices;
    }

    /** An examination with the name of whom it is about. */
    record Line(Examination examination, String applicant) {

        @Override
        public String toString() {
            return examination.toString();
        }
    }

    /** What stands in the fields, as it was typed. */
    record Typed(String outcome, String months, String why) {

        static final Typed NOTHING = new Typed("", Integer.toString(Outcome.FEWEST_MONTHS), "");

        /** What is wrong with it, field by field. */
        Problems check(Words words) {
            var problems = new LinkedHashMap<String, String>();
            switch (outcome) {
                case "GRANT", "REFUSE" -> {}
                case "SUSPEND" -> {
                    if (!areMonths()) {
                        problems.put(
                                "bulan",
                                words.text("interview.problem.bulan", Outcome.FEWEST_MONTHS, Outcome.MOST_MONTHS));
                    }
                }
                default -> problems.put("hasil", words.text("interview.problem.hasil"));
            }
            if (why.isBlank()) {
                problems.put("alasan", words.text("interview.problem.alasan"));
            }
            return new Problems(problems);
        }

        /** Months count only where something is suspended: whatever stands there otherwise does no harm. */
        Outcome toOutcome() {
            return Outcome.of(outcome, areMonths() ? Integer.valueOf(months) : null);
        }

        private boolean areMonths() {
            return months.matches("\\d{1,3}")
                    && Integer.parseInt(months) >= Outcome.FEWEST_MONTHS
                    && Integer.parseInt(months) <= Outcome.MOST_MONTHS;
        }

        /** Without what is said of a person. */
        @Override
        public String toString() {
            return outcome;
        }
    }

    /** One examination, and what its reader may do with it. */
    record Shown(
            Office office,
            Examination examination,
            ApplicationDesk.Summary about,
            @Nullable ExaminationStep step,
            Typed typed) {

        String address() {
            return "/petugas/bap/" + examination.application();
        }

        List<ExaminationPapers.Kind> papers() {
            return Stream.of(ExaminationPapers.Kind.values())
                    .filter(kind -> kind.isWritten(examination))
                    .toList();
        }

        @Override
        public String toString() {
            return examination.toString();
        }
    }

    @ShowsPeople(Errand.EXAMINATION)
    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        var office = offices.find(Officer.of(me).office()).orElseThrow();
        page.addAttribute("office", office);
        page.addAttribute("toOpine", lines(office, ExaminationStep.OPINE, me));
        page.addAttribute("toDecide", lines(office, ExaminationStep.DECIDE, me));
        return "interview/examinations";
    }

    private List<Line> lines(Office office, ExaminationStep step, SignedIn me) {
        if (!me.roles().contains(role(step))) {
            return List.of();
        }
        return desk.waiting(office.id(), step).stream()
                .map(one -> new Line(
                        one,
                        applications
                                .summary(one.application())
                                .map(ApplicationDesk.Summary::applicantName)
                                .orElse("")))
                .toList();
    }

    private static Role role(ExaminationStep step) {
        return switch (step) {
            case OPINE -> Role.SECTION_HEAD;
            case DECIDE -> Role.HEAD_OF_OFFICE;
        };
    }

    @ShowsPeople(Errand.EXAMINATION)
    @GetMapping("/{application}")
    ModelAndView show(@PathVariable ApplicationId application, @AuthenticationPrincipal SignedIn me) {
        return page(application, me, Typed.NOTHING, Problems.NONE);
    }

    private ModelAndView page(ApplicationId application, SignedIn me, Typed typed, Problems problems) {
        var office = offices.find(Officer.of(me).office()).orElseThrow();
        var examination = desk.find(application, office.id()).orElseThrow(DecisionController::missing);
        var step = examination.state().open().stream()
                .filter(one -> me.roles().contains(role(one)) && examination.isOpenTo(one, me.account()))
                .findFirst()
                .orElse(null);
        var about = applications.summary(application).orElseThrow();
        return new ModelAndView(
                        "interview/examination", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("shown", new Shown(office, examination, about, step, typed))
                .addObject("problems", problems);
    }

    @Grave
    @PostMapping("/{application}")
    Object step(
            @PathVariable ApplicationId application,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "langkah", defaultValue = "") String name,
            @RequestParam(name = "hasil", defaultValue = "") String outcome,
            @RequestParam(name = "bulan", defaultValue = "") String months,
            @RequestParam(name = "alasan", defaultValue = "") String why,
            RedirectAttributes next,
            Locale language) {
        var words =
                why.strip().substring(0, Math.min(2 * Notes.LONGEST, why.strip().length()));
        var typed = new Typed(outcome, months.strip(), words);
        var problems = typed.check(Words.in(language));
        if (problems.any()) {
            return page(application, me, typed, problems);
        }
        try {
            act(Officer.of(me), me, application, name, typed.toOutcome(), words);
            next.addFlashAttribute("notice", Notice.done("interview.notice.gone-on"));
        } catch (InterviewRefused.NotHere _) {
            throw DecisionController.missing();
        } catch (InterviewRefused.HadAPartInIt _) {
            next.addFlashAttribute("notice", Notice.warning("interview.notice.part"));
        } catch (InterviewRefused.StepNotOpen | InterviewRefused.TypedElsewhere _) {
            next.addFlashAttribute("notice", Notice.warning("interview.notice.moved"));
        } catch (ApplicationRefused _) {
            next.addFlashAttribute("notice", Notice.warning("interview.notice.at-counter"));
        }
        return "redirect:/petugas/bap/" + application;
    }

    private void act(
            Officer officer, SignedIn me, ApplicationId application, String name, Outcome outcome, String why) {
        var step = Stream.of(ExaminationStep.values())
                .filter(one -> one.name().equals(name))
                .filter(one -> me.roles().contains(role(one)))
                .findFirst()
                .orElseThrow(DecisionController::missing);
        switch (step) {
            case OPINE -> desk.opine(officer, application, outcome, why);
            case DECIDE -> desk.decide(officer, application, outcome, why);
        }
    }

    @ShowsPeople(Errand.EXAMINATION)
    @GetMapping("/{application}/{paper}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId application, @PathVariable String paper, @AuthenticationPrincipal SignedIn me) {
        var examination = desk.find(application, Officer.of(me).office()).orElseThrow(DecisionController::missing);
        var kind = Stream.of(ExaminationPapers.Kind.values())
                .filter(one -> one.name().equalsIgnoreCase(paper))
                .filter(one -> one.isWritten(examination))
                .findFirst()
                .orElseThrow(DecisionController::missing);
        return DecisionController.pdf(paper + ".pdf", papers.write(examination, kind, Words.in(Words.INDONESIAN)));
    }
}
