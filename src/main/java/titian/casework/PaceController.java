package titian.casework;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.SignedIn;
import titian.web.Notice;
import titian.web.Problems;
import titian.web.Words;

/** By what times an office checks papers, for its administrator to decide from a day on. */
@Controller
@RequestMapping("/petugas/kantor/pemeriksaan")
class PaceController {

    private final PaceDesk desk;
    private final OfficeDesk offices;

    PaceController(PaceDesk desk, OfficeDesk offices) {
        this.desk = desk;
        this.offices = offices;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn me) {
        var officer = Officer.of(me);
        return page(officer, PaceForm.of(desk.now(officer)), Problems.NONE);
    }

    @PostMapping
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute PaceForm form,
            RedirectAttributes next,
            Locale locale) {
        var officer = Officer.of(me);
        var words = Words.in(locale);
        var problems = form.check(desk.today(), words);
        if (problems.any()) {
            return page(officer, form, problems);
        }
        if (!desk.decide(officer, form.decided(), form.alasan())) {
            return page(officer, form, Problems.of("mulai", words.text("casework.pace.problem.planned")));
        }
        next.addFlashAttribute("notice", Notice.done("casework.notice.pace"));
        return new ModelAndView("redirect:/petugas/kantor/pemeriksaan");
    }

    private ModelAndView page(Officer officer, PaceForm form, Problems problems) {
        return new ModelAndView("casework/pace", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("office", offices.find(officer.office()).orElseThrow())
                .addObject("now", desk.now(officer))
                .addObject("planned", desk.planned(officer))
                .addObject("form", form)
                .addObject("problems", problems);
    }
}
