package titian.applicant;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Answer.Family;
import titian.form.Answer.Relatives;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Step 4: additional data, about family and about whom to call. */
@Controller
class FamilyController {

    private final Forms forms;
    private final Questions questions;
    private final Clock clock;

    FamilyController(Forms forms, Questions questions, Clock clock) {
        this.forms = forms;
        this.questions = questions.in("applicant");
        this.clock = clock;
    }

    @GetMapping("/permohonan/{id}/keluarga")
    ModelAndView askFamily(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.ADDITIONAL);
        var form = forms.typed(
                opened,
                Section.FAMILY,
                FamilyForm.class,
                () -> opened.form()
                        .find(Family.class)
                        .or(() -> forms.earlier(opened, Section.FAMILY, Family.class))
                        .map(FamilyForm::of)
                        .orElse(FamilyForm.BLANK));
        return questions.show(opened, Section.FAMILY, pressed, form);
    }

    @PostMapping("/permohonan/{id}/keluarga")
    ModelAndView saveFamily(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") FamilyForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.ADDITIONAL);
        form.check(
                problems,
                opened.form().isChilds(),
                opened.form().asksForGrandfather(),
                LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY));
        return questions.take(opened, Section.FAMILY, pressed, form, problems, locale, form::answer);
    }

    @GetMapping("/permohonan/{id}/kerabat")
    ModelAndView askRelatives(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.ADDITIONAL);
        var form = forms.typed(
                opened,
                Section.RELATIVES,
                RelativesForm.class,
                () -> opened.form()
                        .find(Relatives.class)
                        .or(() -> forms.earlier(opened, Section.RELATIVES, Relatives.class))
                        .map(RelativesForm::of)
                        .orElse(RelativesForm.BLANK));
        return questions.show(opened, Section.RELATIVES, pressed, form);
    }

    @PostMapping("/permohonan/{id}/kerabat")
    ModelAndView saveRelatives(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") RelativesForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.ADDITIONAL);
        form.check(problems);
        return questions.take(opened, Section.RELATIVES, pressed, form, problems, locale, form::answer);
    }
}
