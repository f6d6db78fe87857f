package titian.occasion;

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
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.form.CaseAnswer.Household;
import titian.form.CaseAnswer.OldPassport;
import titian.form.CaseAnswer.ParentData;
import titian.form.CaseAnswer.Parents;
import titian.form.Forms;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Step 2, for those it concerns: the passport there was, and a child's parents; an adult may tell of theirs. */
@Controller
class CaseController {

    private final Forms forms;
    private final Questions questions;
    private final AccountDesk accounts;
    private final Clock clock;

    CaseController(Forms forms, Questions questions, AccountDesk accounts, Clock clock) {
        this.forms = forms;
        this.questions = questions.in("occasion");
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/permohonan/{id}/paspor-lama")
    ModelAndView askOldPassport(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, Section.OLD_PASSPORT);
        var form = forms.typed(
                opened,
                Section.OLD_PASSPORT,
                OldPassportForm.class,
                () -> opened.form()
                        .find(OldPassport.class)
                        .or(() -> forms.earlier(opened, Section.OLD_PASSPORT, OldPassport.class))
                        .map(OldPassportForm::of)
                        .orElse(OldPassportForm.BLANK));
        return questions.show(opened, Section.OLD_PASSPORT, pressed, form);
    }

    @PostMapping("/permohonan/{id}/paspor-lama")
    ModelAndView saveOldPassport(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") OldPassportForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, Section.OLD_PASSPORT);
        form.check(problems);
        return questions.take(opened, Section.OLD_PASSPORT, pressed, form, problems, locale, form::answer);
    }

    @GetMapping("/permohonan/{id}/orang-tua")
    ModelAndView askParents(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, Section.PARENTS);
        var form = forms.typed(
                opened,
                Section.PARENTS,
                ParentsForm.class,
                () -> opened.form()
                        .find(Parents.class)
                        .or(() -> forms.earlier(opened, Section.PARENTS, Parents.class))
                        .map(ParentsForm::of)
                        .orElseGet(() -> ParentsForm.begin(
                                accounts.contact(opened.application().account())
                                        .map(Contact::phone)
                                        .orElse(null))));
        return questions.show(opened, Section.PARENTS, pressed, form);
    }

    @PostMapping("/permohonan/{id}/orang-tua")
    ModelAndView saveParents(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") ParentsForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, Section.PARENTS);
        form.check(problems);
        return questions.take(opened, Section.PARENTS, pressed, form, problems, locale, form::answer);
    }

    @GetMapping("/permohonan/{id}/data-orang-tua")
    ModelAndView askParentData(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, Section.PARENT_DATA);
        var form = forms.typed(
                opened,
                Section.PARENT_DATA,
                ParentDataForm.class,
                () -> opened.form()
                        .find(ParentData.class)
                        .or(() -> forms.earlier(opened, Section.PARENT_DATA, ParentData.class))
                        .map(ParentDataForm::of)
                        .orElse(ParentDataForm.BLANK));
        return questions.show(opened, Section.PARENT_DATA, pressed, form);
    }

    @PostMapping("/permohonan/{id}/data-orang-tua")
    ModelAndView saveParentData(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") ParentDataForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, Section.PARENT_DATA);
        var orphaned = opened.form()
                .find(Parents.class)
                .filter(said -> said.household() == Household.BOTH_DIED)
                .isPresent();
        var child = opened.form().isChilds();
        var said = child ? form : form.withBlanksLeftOut();
        said.check(problems, LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY), orphaned || !child);
        return questions.take(opened, Section.PARENT_DATA, pressed, form, problems, locale, said::answer);
    }
}
