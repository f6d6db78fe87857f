package titian.requirement;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.web.Problems;
import titian.web.Words;

/** Which papers each service asks for, for administrators to change from a day on: first tried, then saved. */
@Controller
@RequestMapping("/petugas/kantor/syarat")
class RulesController {

    private static final String SAVE = "simpan";

    private final RuleDesk desk;
    private final Requirements requirements;

    RulesController(RuleDesk desk, Requirements requirements) {
        this.desk = desk;
        this.requirements = requirements;
    }

    @GetMapping
    ModelAndView list(@RequestParam(name = "layanan", required = false) @Nullable String typed) {
        var service = service(typed);
        return new ModelAndView("requirement/rules")
                .addObject("service", service)
                .addObject("rules", desk.rules(service))
                .addObject("today", desk.today());
    }

    @GetMapping("/ubah")
    ModelAndView ask(
            @RequestParam(name = "layanan", required = false) @Nullable String typed,
            @RequestParam(name = "dokumen", defaultValue = "") String document) {
        var service = service(typed);
        var form = desk.rules(service).stream()
                .filter(row -> row.document().equals(document))
                .findFirst()
                .map(RuleForm::of)
                .orElseGet(() -> RuleForm.blank(service));
        return page(form, Problems.NONE);
    }

    /** Nothing is saved that was not shown first. */
    @PostMapping("/ubah")
    ModelAndView take(
            @ModelAttribute RuleForm form,
            @RequestParam(name = "langkah", defaultValue = "") String step,
            RedirectAttributes next,
            Locale locale) {
        var words = Words.in(locale);
        var problems = form.check(desk.today(), slots(), words);
        if (problems.any()) {
            return page(form, problems);
        }
        var change = form.change();
        if (!step.equals(SAVE)) {
            return page(form, Problems.NONE).addObject("trial", desk.trial(change));
        }
        if (!desk.make(change, form.alasan())) {
            return page(form, Problems.of("mulai", words.text("requirement.rule.problem.planned")));
        }
        next.addFlashAttribute("told", "requirement.rule.saved");
        return new ModelAndView("redirect:/petugas/kantor/syarat?layanan=" + form.layanan());
    }

    private ModelAndView page(RuleForm form, Problems problems) {
        return new ModelAndView("requirement/rule", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("form", form)
                .addObject("slots", slots())
                .addObject("problems", problems);
    }

    /** What papers are uploaded as: an upload of a new kind is not made here. */
    private Set<String> slots() {
        var slots = new TreeSet<String>();
        requirements.on(desk.today()).stream()
                .flatMap(row -> Stream.ofNullable(row.slot()))
                .forEach(slots::add);
        return slots;
    }

    private static RequestedService service(@Nullable String typed) {
        return Stream.of(RequestedService.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(RequestedService.NEW_ADULT);
    }
}
