package titian.applicant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Detour;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Kind;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.payment.PaymentDesk;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;
import titian.shared.PassportType;
import titian.shared.SignedIn;
import titian.shared.Speed;
import titian.tariff.Quote;
import titian.tariff.TariffDesk;

/** Step 5, first page: which passport, for how long, at what price. */
@Controller
class KindController {

    /** The periods an adult may choose from, and those of a child (Permenkumham 18/2022 art. 2A). */
    private static final List<Integer> YEARS = List.of(10, 5);

    private static final List<Integer> YEARS_OF_A_CHILD = List.of(5);

    private final Forms forms;
    private final Questions questions;
    private final TariffDesk tariffs;
    private final Haste haste;
    private final Clock clock;

    KindController(Forms forms, Questions questions, TariffDesk tariffs, Haste haste, Clock clock) {
        this.forms = forms;
        this.questions = questions.in("applicant");
        this.tariffs = tariffs;
        this.haste = haste;
        this.clock = clock;
    }

    /** A passport one can ask for today, and its price. */
    record Offer(Kind kind, Quote quote) {

        String value() {
            return KindForm.book(kind);
        }
    }

    @GetMapping("/permohonan/{id}/jenis")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = openAt(id, me);
        var form = forms.typed(
                opened,
                Section.KIND,
                KindForm.class,
                () -> opened.form().find(Kind.class).map(KindForm::of).orElse(KindForm.BLANK));
        return withOffers(opened, questions.show(opened, Section.KIND, pressed, form));
    }

    @PostMapping("/permohonan/{id}/jenis")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") KindForm form,
            BindingResult problems,
            Pressed pressed,
            Locale locale) {
        var opened = openAt(id, me);
        var chosen = chosen(opened, form);
        if (chosen.isEmpty()) {
            problems.rejectValue("kind", "form.kind.missing");
        }
        return withOffers(
                opened,
                questions.take(
                        opened,
                        Section.KIND,
                        pressed,
                        form,
                        problems,
                        locale,
                        () -> chosen.orElseThrow().kind().at(soon(opened, form))));
    }

    private Speed soon(Opened opened, KindForm form) {
        return haste.offer(opened.form()).map(_ -> form.soon()).orElse(Speed.REGULAR);
    }

    private Optional<Offer> chosen(Opened opened, KindForm form) {
        return offers(opened).stream()
                .filter(offer -> offer.value().equals(form.kind()))
                .findFirst();
    }

    private List<Offer> offers(Opened opened) {
        var today = LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
        var offers = new ArrayList<Offer>();
        for (var type : List.of(PassportType.ELECTRONIC, PassportType.NON_ELECTRONIC)) {
            for (var years : opened.form().isChilds() ? YEARS_OF_A_CHILD : YEARS) {
                tariffs.quote(type, years, today)
                        .ifPresent(quote -> offers.add(new Offer(new Kind(type, years), quote)));
            }
        }
        return offers;
    }

    private ModelAndView withOffers(Opened opened, ModelAndView page) {
        var migrant = opened.form().asked().service() == RequestedService.CPMI;
        return Questions.isRedirect(page)
                ? page
                : page.addObject("offers", offers(opened))
                        .addObject("haste", haste.offer(opened.form()).orElse(null))
                        .addObject("migrant", migrant);
    }

    /** What has been paid for cannot become another book. */
    private Opened openAt(ApplicationId id, SignedIn me) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        if (opened.application().isPaid() || !opened.form().asks(Section.KIND)) {
            throw new Detour(opened.address(Section.PERSON.path()));
        }
        return opened;
    }
}
