package titian.form;

import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Answer.Questionnaire;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Step 2: the electronic Perdim questionnaire. Whoever has a passport is stopped before paying for the wrong thing. */
@Controller
class QuestionnaireController {

    private final Forms forms;
    private final Questions questions;

    QuestionnaireController(Forms forms, Questions questions) {
        this.forms = forms;
        this.questions = questions;
    }

    @GetMapping("/permohonan/{id}/perdim")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.QUESTIONNAIRE);
        var form = forms.typed(
                opened,
                Section.QUESTIONNAIRE,
                QuestionnaireForm.class,
                () -> opened.form()
                        .find(Questionnaire.class)
                        .map(QuestionnaireForm::of)
                        .orElse(QuestionnaireForm.BLANK));
        return questions.show(opened, Section.QUESTIONNAIRE, pressed, form);
    }

    @PostMapping("/permohonan/{id}/perdim")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") QuestionnaireForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.QUESTIONNAIRE);
        form.check(problems);
        var next = questions.take(opened, Section.QUESTIONNAIRE, pressed, form, problems, locale, form::answer);
        return form.saysHasPassport() && !problems.hasErrors() && !pressed.later()
                ? Questions.redirect(opened.address("perdim/berhenti"))
                : next;
    }

    @GetMapping("/permohonan/{id}/perdim/berhenti")
    ModelAndView stop(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var opened = forms.openAt(id, me, FormStep.QUESTIONNAIRE);
        return new ModelAndView("form/stop").addObject("opened", opened);
    }
}
