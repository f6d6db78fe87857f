package titian.applicant;

import jakarta.validation.Valid;
import java.util.List;
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
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.applicant.FromRegistry.Filling;
import titian.form.Answer.Identity;
import titian.form.Answer.Residence;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.office.OfficeDesk;
import titian.office.Region;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;

/**
 * Step 5, third page: where the applicant lives. Regency and district are chosen within what was chosen before; without
 * JavaScript a button brings the list that fits. It begins with where the number was first issued.
 */
@Controller
class ResidenceController {

    private final Forms forms;
    private final Questions questions;
    private final OfficeDesk offices;
    private final AccountDesk accounts;
    private final FromRegistry registry;

    ResidenceController(
            Forms forms, Questions questions, OfficeDesk offices, AccountDesk accounts, FromRegistry registry) {
        this.forms = forms;
        this.questions = questions.in("applicant");
        this.offices = offices;
        this.accounts = accounts;
        this.registry = registry;
    }

    /** The lists to choose from. */
    record Regions(List<Region> provinces, List<Region> regencies, List<Region> districts) {}

    @GetMapping("/permohonan/{id}/alamat")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        var form = forms.typed(
                opened,
                Section.RESIDENCE,
                ResidenceForm.class,
                () -> opened.form()
                        .find(Residence.class)
                        .or(() -> forms.earlier(opened, Section.RESIDENCE, Residence.class))
                        .map(ResidenceForm::of)
                        .orElseGet(() -> begin(opened)));
        return offering(opened, form, questions.show(opened, Section.RESIDENCE, pressed, form));
    }

    @PostMapping("/permohonan/{id}/alamat")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") ResidenceForm form,
            BindingResult problems,
            Pressed pressed,
            @RequestParam(required = false) @Nullable String wilayah,
            @RequestParam(required = false) @Nullable String dukcapil,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.APPLICANT);
        var fitting = fitting(form);
        if (wilayah != null) {
            return offering(
                    opened, fitting, questions.page(opened, Section.RESIDENCE, pressed, fitting, Problems.NONE));
        }
        if (dukcapil != null) {
            return filled(opened, pressed, fitting);
        }
        mustChooseRegions(fitting, problems);
        return offering(
                opened,
                fitting,
                questions.take(opened, Section.RESIDENCE, pressed, fitting, problems, locale, fitting::answer));
    }

    private ModelAndView filled(Opened opened, Pressed pressed, ResidenceForm form) {
        var answered = registry.ask(opened);
        var filled = answered.told()
                .map(record -> fitting(form.filledFrom(record, begin(opened))))
                .orElse(form);
        return withRegions(questions.page(opened, Section.RESIDENCE, pressed, filled, Problems.NONE), filled)
                .addObject("filling", answered.filling());
    }

    private ModelAndView offering(Opened opened, ResidenceForm form, ModelAndView page) {
        if (!Questions.isRedirect(page) && form.lacksRecorded() && registry.isOffered(opened)) {
            page.addObject("filling", Filling.OFFERED);
        }
        return withRegions(page, form);
    }

    private ResidenceForm begin(Opened opened) {
        var phone = accounts.contact(opened.application().account())
                .map(Contact::phone)
                .orElse(null);
        var blank = new ResidenceForm(null, null, null, null, null, null, phone);
        return offices.firstRegistered(opened.form().get(Identity.class).nik())
                .map(first -> blank.within(first.province().code(), code(first.regency()), code(first.district())))
                .orElse(blank);
    }

    private static String code(@Nullable Region region) {
        return region == null ? "" : region.code();
    }

    /** The same form without a regency or district that does not lie within what was chosen above it. */
    private ResidenceForm fitting(ResidenceForm form) {
        var province = among(offices.provinces(), form.province());
        var regency = among(offices.regencies(province), form.regency());
        var district = among(offices.districts(regency), form.district());
        return form.within(province, regency, district);
    }

    private static String among(List<Region> regions, String code) {
        return regions.stream().anyMatch(region -> region.code().equals(code)) ? code : "";
    }

    private static void mustChooseRegions(ResidenceForm form, BindingResult problems) {
        if (form.province().isEmpty()) {
            problems.rejectValue("province", "form.province.missing");
        } else if (form.regency().isEmpty()) {
            problems.rejectValue("regency", "form.regency.missing");
        } else if (form.district().isEmpty()) {
            problems.rejectValue("district", "form.district.missing");
        }
    }

    private ModelAndView withRegions(ModelAndView page, ResidenceForm form) {
        return Questions.isRedirect(page)
                ? page
                : page.addObject(
                        "regions",
                        new Regions(
                                offices.provinces(),
                                offices.regencies(form.province()),
                                offices.districts(form.regency())));
    }
}
