package titian.occasion;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Answer.Questionnaire;
import titian.form.Detour;
import titian.form.FormDesk;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/**
 * Step 2: the electronic Perdim questionnaire. A renewal typed as new is caught by the number of the old passport: before
 * anything is paid for the wrong service, and mended by one button.
 */
@Controller
class QuestionnaireController {

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;

    QuestionnaireController(Forms forms, Questions questions, FormDesk desk) {
        this.forms = forms;
        this.questions = questions.in("occasion");
        this.desk = desk;
    }

    @GetMapping("/permohonan/{id}/perdim")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = openAt(id, me);
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
        var opened = openAt(id, me);
        form.check(problems);
        var next = questions.take(opened, Section.QUESTIONNAIRE, pressed, form, problems, locale, form::answer);
        return !problems.hasErrors() && form.answer().isCaught() && !pressed.later()
                ? Questions.redirect(opened.address("perdim/penggantian"))
                : next;
    }

    /** Explains why this is a replacement, and what either button does. */
    @GetMapping("/permohonan/{id}/perdim/penggantian")
    ModelAndView explain(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var opened = openAt(id, me);
        return new ModelAndView("occasion/caught")
                .addObject("opened", opened)
                .addObject(
                        "number", caught(opened).map(Questionnaire::oldNumber).orElse(""));
    }

    /** It is a replacement: the number goes along. Or the number was a mistake. */
    @PostMapping("/permohonan/{id}/perdim/penggantian")
    ModelAndView mend(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "ini", defaultValue = "") String what,
            Pressed pressed) {
        var opened = openAt(id, me);
        caught(opened).ifPresent(said -> {
            var isReplacement = !what.equals("baru");
            desk.save(opened.id(), me.account(), said.had(isReplacement));
            if (isReplacement && !opened.form().has(Section.OLD_PASSPORT)) {
                desk.keep(opened.id(), me.account(), Section.OLD_PASSPORT, OldPassportForm.begin(said.oldNumber()));
            }
        });
        return Questions.redirect(questions.next(opened, Section.QUESTIONNAIRE, pressed));
    }

    private static Optional<Questionnaire> caught(Opened opened) {
        return opened.form().find(Questionnaire.class).filter(Questionnaire::isCaught);
    }

    /** Whoever wants something else than to travel is not asked about a trip. */
    private Opened openAt(ApplicationId id, SignedIn me) {
        var opened = forms.openAt(id, me, FormStep.QUESTIONNAIRE);
        if (!opened.form().asks(Section.QUESTIONNAIRE)) {
            throw new Detour(opened.address(Section.ERRAND.path()));
        }
        return opened;
    }
}
