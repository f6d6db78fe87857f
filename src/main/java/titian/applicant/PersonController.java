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
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Step 5, second page: the applicant as the identity card describes them. */
@Controller
class PersonController {

    private final Forms forms;
    private final Questions questions;
    private final Clock clock;

    PersonController(Forms forms, Questions questions, Clock clock) {
        this.forms = forms;
        this.questions = questions.in("applicant");
        this.clock = clock;
    }

    @GetMapping("/permohonan/{id}/data-diri")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        var form = forms.typed(
                opened,
                Section.PERSON,
                PersonForm.class,
                () -> opened.form()
                        .find(PersonalData.class)
                        .or(() -> forms.earlier(opened, Section.PERSON, PersonalData.class))
                        .map(PersonForm::of)
                        .orElseGet(() -> PersonForm.begin(opened.form().get(Identity.class))));
        return questions.show(opened, Section.PERSON, pressed, form);
    }

    @PostMapping("/permohonan/{id}/data-diri")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        form.check(
                problems,
                opened.form().isChilds(),
                opened.form().get(Identity.class).birthDate(),
                LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY));
        return questions.take(opened, Section.PERSON, pressed, form, problems, locale, form::answer);
    }
}
