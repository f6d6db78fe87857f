package titian.applicant;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.applicant.FromRegistry.Filling;
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;

/** Step 5, second page: the applicant as the identity card describes them. */
@Controller
class PersonController {

    private final Forms forms;
    private final Questions questions;
    private final FromRegistry registry;
    private final Clock clock;

    PersonController(Forms forms, Questions questions, FromRegistry registry, Clock clock) {
        this.forms = forms;
        this.questions = questions.in("applicant");
        this.registry = registry;
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
        return offering(opened, form, questions.show(opened, Section.PERSON, pressed, form));
    }

    @PostMapping("/permohonan/{id}/data-diri")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Pressed pressed,
            @RequestParam(required = false) @Nullable String dukcapil,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        if (dukcapil != null) {
            return filled(opened, pressed, form);
        }
        form.check(
                problems,
                opened.form().isChilds(),
                opened.form().get(Identity.class).birthDate(),
                LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY));
        return offering(
                opened, form, questions.take(opened, Section.PERSON, pressed, form, problems, locale, form::answer));
    }

    private ModelAndView filled(Opened opened, Pressed pressed, PersonForm form) {
        var answered = registry.ask(opened);
        var filled = answered.told().map(form::filledFrom).orElse(form);
        return questions
                .page(opened, Section.PERSON, pressed, filled, Problems.NONE)
                .addObject("filling", answered.filling());
    }

    private ModelAndView offering(Opened opened, PersonForm form, ModelAndView page) {
        return !Questions.isRedirect(page) && form.lacksRecorded() && registry.isOffered(opened)
                ? page.addObject("filling", Filling.OFFERED)
                : page;
    }
}
