package titian.occasion;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.form.CaseAnswer.Circumstances;
import titian.form.CaseAnswer.Collector;
import titian.form.CaseAnswer.Errands;
import titian.form.CaseAnswer.Group;
import titian.form.Detour;
import titian.form.FormDesk;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.form.Typing;
import titian.questionnaire.Errand;
import titian.requirement.Circumstance;
import titian.requirement.RequirementDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;
import titian.web.Words;

/** Step 2, for those it concerns: another errand than a passport, and what is special about a case. */
@Controller
class ErrandController {

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;
    private final RequirementDesk requirements;

    ErrandController(Forms forms, Questions questions, FormDesk desk, RequirementDesk requirements) {
        this.forms = forms;
        this.questions = questions.in("occasion");
        this.desk = desk;
        this.requirements = requirements;
    }

    @GetMapping("/permohonan/{id}/layanan")
    ModelAndView askErrand(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = unpaid(id, me);
        return questions.show(
                opened, Section.ERRAND, pressed, opened.form().errand().name());
    }

    @PostMapping("/permohonan/{id}/layanan")
    ModelAndView saveErrand(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "untuk", defaultValue = "") String typed,
            Pressed pressed,
            Locale locale) {
        var opened = unpaid(id, me);
        var errand = Typing.value(Errand.class, typed);
        if (errand.isEmpty()) {
            var text = Words.in(locale).text("form.errand.missing");
            return questions.page(opened, Section.ERRAND, pressed, "", Problems.of("untuk", text));
        }
        desk.save(opened.id(), me.account(), new Errands(errand.get()));
        return Questions.redirect(pressed.later() ? Questions.HOME : questions.next(opened, Section.ERRAND, pressed));
    }

    @GetMapping("/permohonan/{id}/rombongan")
    ModelAndView askGroup(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, Section.GROUP);
        var form = forms.typed(
                opened,
                Section.GROUP,
                GroupForm.class,
                () -> opened.form().find(Group.class).map(GroupForm::of).orElse(GroupForm.BLANK));
        return questions.show(opened, Section.GROUP, pressed, form);
    }

    @PostMapping("/permohonan/{id}/rombongan")
    ModelAndView saveGroup(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, Section.GROUP);
        return questions.take(opened, Section.GROUP, pressed, form, problems, locale, form::answer);
    }

    @GetMapping("/permohonan/{id}/pengambil")
    ModelAndView askCollector(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, Section.COLLECTOR);
        var form = forms.typed(
                opened,
                Section.COLLECTOR,
                CollectorForm.class,
                () -> opened.form().find(Collector.class).map(CollectorForm::of).orElse(CollectorForm.BLANK));
        return questions.show(opened, Section.COLLECTOR, pressed, form);
    }

    @PostMapping("/permohonan/{id}/pengambil")
    ModelAndView saveCollector(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") CollectorForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, Section.COLLECTOR);
        form.check(problems);
        return questions.take(opened, Section.COLLECTOR, pressed, form, problems, locale, form::answer);
    }

    @GetMapping("/permohonan/{id}/keadaan")
    ModelAndView askCircumstances(
            @PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.DOCUMENTS);
        var ticked =
                opened.form().find(Circumstances.class).map(Circumstances::hold).orElse(Set.of());
        return questions.show(opened, Section.CIRCUMSTANCES, pressed, ticked).addObject("asked", ticked(opened));
    }

    /** A box that is not ticked is not sent: what was not asked about stays as it was. */
    @PostMapping("/permohonan/{id}/keadaan")
    ModelAndView saveCircumstances(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "keadaan", defaultValue = "") List<String> typed,
            Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.DOCUMENTS);
        var hold = EnumSet.noneOf(Circumstance.class);
        ticked(opened).stream().filter(one -> typed.contains(one.name())).forEach(hold::add);
        desk.save(opened.id(), me.account(), new Circumstances(hold));
        return Questions.redirect(pressed.later() ? Questions.HOME : opened.address(FormStep.DOCUMENTS.path()));
    }

    /** What is asked about in such a case and follows from no other answer. */
    private Set<Circumstance> ticked(Opened opened) {
        var some = EnumSet.noneOf(Circumstance.class);
        some.addAll(Circumstance.TICKED);
        some.retainAll(requirements.circumstances(opened.form().asked()));
        return some;
    }

    /** What has been paid for cannot become another errand. */
    private Opened unpaid(ApplicationId id, SignedIn me) {
        var opened = forms.openAt(id, me, FormStep.QUESTIONNAIRE);
        if (opened.application().isPaid()) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }
}
