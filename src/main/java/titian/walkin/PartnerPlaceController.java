package titian.walkin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.allowance.LookUpAllowance;
import titian.allowance.TooManyAttempts;
import titian.application.ApplicationRefused;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.partner.Partner;
import titian.partner.PartnerDesk;
import titian.queue.Officer;
import titian.shared.SignedIn;
import titian.walkin.FindingDesk.Found;
import titian.walkin.FindingDesk.Standing;
import titian.walkin.WalkInController.Giving;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.QrCode;
import titian.web.ShowsPeople;
import titian.web.Words;

/** Where somebody who acts for a partner gives its people the places set aside for partners. Nobody is looked for here. */
@Controller
@RequestMapping("/petugas/mitra/tempat")
class PartnerPlaceController {

    private static final Found NOTHING = new Found(Standing.NO_FORM, null, List.of());

    private final PartnerDesk partners;
    private final WalkInDesk desk;
    private final Windows windows;
    private final Newcomers newcomers;
    private final LookUpAllowance allowance;
    private final BookingDesk booking;
    private final Refusals refusals;

    PartnerPlaceController(
            PartnerDesk partners,
            WalkInDesk desk,
            Windows windows,
            Newcomers newcomers,
            LookUpAllowance allowance,
            BookingDesk booking,
            Refusals refusals) {
        this.partners = partners;
        this.desk = desk;
        this.windows = windows;
        this.newcomers = newcomers;
        this.allowance = allowance;
        this.booking = booking;
        this.refusals = refusals;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn me) {
        return giver(me)
                .map(this::giving)
                .map(giving -> page(WalkInForm.of("", null, "", giving.first()), giving, Problems.NONE))
                .orElseGet(() -> new ModelAndView("walkin/over"));
    }

    @ShowsPeople(Errand.GIVING_A_PLACE)
    @PostMapping
    ModelAndView give(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") WalkInForm typed,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var giver = giver(me);
        if (giver.isEmpty()) {
            return new ModelAndView("walkin/over");
        }
        var form = typed.withoutForm();
        var giving = giving(giver.get());
        form.check(found, Station.PARTNER, giving.today());
        if (found.hasErrors()) {
            return page(form, giving, Problems.of(found, page.words()));
        }
        return give(form, giver.get(), giving, page.words());
    }

    private ModelAndView give(WalkInForm form, Giver giver, Giving giving, Words words) {
        try {
            allowance.take(giver.officer().account());
            var settled = desk.register(asked(form, giving), giver);
            return new ModelAndView("redirect:" + Station.PARTNER.address() + "/" + settled.id());
        } catch (TooManyAttempts _) {
            return page(form, giving, Problems.of("", words.text("walkin.who.too-many")));
        } catch (BookingRefused refused) {
            return page(form, giving, refusals.ofPartner(refused, giving.office(), words));
        } catch (ApplicationRefused _) {
            return page(form, giving, refusals.notNow(words));
        } catch (WalkInRefused refused) {
            return page(form, giving, refusals.of(refused, words));
        }
    }

    private Registration asked(WalkInForm form, Giving giving) {
        return new Registration(
                form.key().orElseThrow(WalkInRefused.PageUsed::new),
                Station.PARTNER,
                null,
                newcomers.typed(form, giving.today()),
                form.slotId().orElseThrow());
    }

    @GetMapping("/{id}")
    ModelAndView slip(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var giver = giver(me).orElseThrow(PartnerPlaceController::missing);
        var appointment = desk.find(id, giver)
                .flatMap(settled -> Optional.ofNullable(settled.appointment()))
                .flatMap(booking::find)
                .orElseThrow(PartnerPlaceController::missing);
        return new ModelAndView("walkin/slip")
                .addObject("giving", giving(giver))
                .addObject("appointment", appointment)
                .addObject("qr", QrCode.of(appointment.code().toString()));
    }

    /** Nobody, once the agreement has ended. */
    private Optional<Giver> giver(SignedIn me) {
        var officer = Officer.of(me);
        return partners.find(officer.office())
                .filter(Partner::isLive)
                .map(partner ->
                        new Giver(new Officer(officer.account(), officer.name(), partner.office()), partner.id()));
    }

    private Giving giving(Giver giver) {
        return windows.at(Station.PARTNER, giver.office());
    }

    private static ModelAndView page(WalkInForm form, Giving giving, Problems problems) {
        return new ModelAndView("walkin/register", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("giving", giving)
                .addObject("problems", problems)
                .addObject("found", NOTHING)
                .addObject("form", form);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
