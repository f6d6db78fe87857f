package titian.form;

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
import titian.allowance.RegistryAllowance;
import titian.allowance.TooManyAttempts;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck;
import titian.form.Forms.Opened;
import titian.office.OfficeDesk;
import titian.payment.PaymentDesk;
import titian.registry.RegistryDesk;
import titian.registry.RegistryDesk.Person;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;
import titian.web.Words;

/** Step 1: is this number this person's? */
@Controller
class IdentityController {

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;
    private final RegistryDesk registry;
    private final RegistryAllowance allowance;
    private final OfficeDesk offices;
    private final Holders holders;
    private final Clock clock;

    IdentityController(
            Forms forms,
            Questions questions,
            FormDesk desk,
            RegistryDesk registry,
            RegistryAllowance allowance,
            OfficeDesk offices,
            Holders holders,
            Clock clock) {
        this.forms = forms;
        this.questions = questions;
        this.desk = desk;
        this.registry = registry;
        this.allowance = allowance;
        this.offices = offices;
        this.holders = holders;
        this.clock = clock;
    }

    @GetMapping("/permohonan/{id}/nik")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = openAt(id, me);
        var said = opened.form().find(Identity.class);
        var begun = said.map(IdentityForm::of).orElseGet(() -> holders.begin(opened));
        var form = forms.typed(opened, Section.IDENTITY, IdentityForm.class, () -> begun);
        var fromAccount = said.isEmpty() && begun.saysWho() && form.equals(begun);
        return questions
                .show(opened, Section.IDENTITY, pressed, form)
                .addObject("fromAccount", fromAccount)
                .addObject(
                        "matched",
                        fromAccount
                                && begun.isWhole()
                                && holders.confirmed(me.account(), begun.person())
                                        .isPresent())
                .addObject("check", said.map(Identity::check).orElse(null))
                .addObject(
                        "unknownRegion",
                        said.filter(known ->
                                        offices.firstRegistered(known.nik()).isEmpty())
                                .isPresent());
    }

    /** The registry is asked between transactions. A person it has confirmed already is not asked about again. */
    @PostMapping("/permohonan/{id}/nik")
    ModelAndView check(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") IdentityForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = openAt(id, me);
        form.check(problems, LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY));
        if (problems.hasErrors()) {
            return questions.take(opened, Section.IDENTITY, pressed, form, problems, locale, () -> {
                throw new IllegalStateException("a form with problems has no answer");
            });
        }
        try {
            var identity = checked(opened, form);
            desk.save(opened.id(), me.account(), identity);
            return leave(opened, pressed, identity);
        } catch (TooManyAttempts _) {
            var tooMany = Problems.of("nik", Words.in(locale).text("form.nik-check.too-many"));
            return questions.page(opened, Section.IDENTITY, pressed, form, tooMany);
        }
    }

    private Identity checked(Opened opened, IdentityForm form) {
        var person = form.person();
        return opened.form()
                .find(Identity.class)
                .filter(known -> known.person().equals(person))
                .filter(known -> known.check().outcome() == NikCheck.Outcome.MATCHES)
                .orElseGet(() -> new Identity(person.name(), person.nik(), person.birthDate(), check(opened, person)));
    }

    private NikCheck check(Opened opened, Person person) {
        var account = opened.application().account();
        return holders.confirmed(account, person).orElseGet(() -> {
            allowance.take(account);
            return NikCheck.of(registry.check(person), clock.instant());
        });
    }

    /** What the registry did not confirm goes on as unresolved and is settled at the office. */
    @PostMapping("/permohonan/{id}/nik/lanjut")
    ModelAndView goOn(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = openAt(id, me);
        var identity = opened.form().find(Identity.class).orElseThrow(() -> new Detour(opened.address("nik")));
        var unresolved = identity.with(identity.check().goOn());
        desk.save(opened.id(), me.account(), unresolved);
        return leave(opened, pressed, unresolved);
    }

    private ModelAndView leave(Opened opened, Pressed pressed, Identity identity) {
        if (pressed.later()) {
            return Questions.redirect(Questions.HOME);
        }
        var sheet = new Sheet(opened, Section.IDENTITY, pressed.fromCheck());
        return Questions.redirect(
                identity.check().letsGoOn()
                        ? questions.next(opened, Section.IDENTITY, pressed)
                        : sheet.action() + sheet.query());
    }

    /** Whoever has paid has paid for this person. */
    private Opened openAt(ApplicationId id, SignedIn me) {
        var opened = forms.openAt(id, me, FormStep.NIK);
        if (opened.application().isPaid()) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }
}
