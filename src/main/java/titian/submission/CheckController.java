package titian.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.application.Stage;
import titian.application.Stage.Submitted;
import titian.booking.BookingRefused;
import titian.form.Answer.Visit;
import titian.form.AnswerList;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Questions;
import titian.form.SameDay;
import titian.form.Section;
import titian.office.PaymentTime;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.tariff.Quote;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Problems;
import titian.web.Words;

/** Steps 8 and 9: everything once more in words, then the form goes in. */
@Controller
class CheckController {

    private static final String AGREED = "ya";

    private final Forms forms;
    private final SubmissionDesk desk;
    private final Gate gate;
    private final AnswerList answers;
    private final Prices prices;
    private final SameDay sameDay;

    CheckController(Forms forms, SubmissionDesk desk, Gate gate, AnswerList answers, Prices prices, SameDay sameDay) {
        this.forms = forms;
        this.desk = desk;
        this.gate = gate;
        this.answers = answers;
        this.prices = prices;
        this.sameDay = sameDay;
    }

    /** Why the form could not go in, where the way on leads elsewhere than to a field of the page. */
    record Hindrance(
            String text, List<Object> words, @Nullable ApplicationId other) {

        static Hindrance of(String text, Object... words) {
            return new Hindrance(text, List.of(words), null);
        }

        String in(Words words) {
            return words.text(text, this.words.toArray());
        }
    }

    @GetMapping("/permohonan/{id}/periksa")
    ModelAndView check(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Locale locale) {
        return page(openAt(id, me), locale, Problems.NONE, null);
    }

    @PostMapping("/permohonan/{id}/periksa")
    ModelAndView submit(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String setuju,
            @RequestParam(required = false) @Nullable String harga,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            Locale locale,
            HttpServletResponse response) {
        var opened = forms.open(id, me);
        if (opened.application().stage().isEditable() && !setuju.equals(AGREED)) {
            var text = Words.in(locale).text("form.check.declaration.missing");
            return page(openAt(id, me), locale, Problems.of("setuju", text), null);
        }
        letThrough(opened, admission);
        try {
            return Questions.redirect(next(opened, desk.submit(id, me.account(), harga)));
        } catch (BookingRefused.Busy busy) {
            return comeAgain(opened, busy, locale, response);
        } catch (BookingRefused refused) {
            return refused(opened, me, refused, locale);
        } catch (ApplicationRefused refused) {
            return refused(opened, refused, locale);
        }
    }

    /** What has gone in already holds its place, and needs no leave. */
    private void letThrough(Opened opened, @Nullable String admission) {
        if (opened.application().stage().isEditable()) {
            opened.form()
                    .find(Visit.class)
                    .ifPresent(visit -> gate.pass(opened, visit.office(), opened.address("periksa"), admission));
        }
    }

    private static String next(Opened opened, Stage stage) {
        return stage instanceof Submitted ? "/tagihan/" + opened.id() : opened.address("");
    }

    /** A time that has been taken meanwhile leads back to choosing one, with all answers kept. */
    private ModelAndView refused(Opened opened, SignedIn me, BookingRefused refused, Locale locale) {
        return switch (refused) {
            case BookingRefused.SlotFull _, BookingRefused.TooLate _, BookingRefused.NotOpenYet _ ->
                Questions.redirect(opened.address(Section.VISIT.path()));
            case BookingRefused.TooSoon soon ->
                hindered(opened, Hindrance.of("form.check.too-soon", day(soon.next(), locale)), locale);
            case BookingRefused.AlreadyBooked booked -> {
                var other = booked.existing().application();
                var mine = forms.isMine(other, me) ? other : null;
                yield hindered(opened, new Hindrance("form.check.already-booked", List.of(), mine), locale);
            }
            case BookingRefused.GroupTooLarge _,
                    BookingRefused.KeyReused _,
                    BookingRefused.OfferGone _,
                    BookingRefused.MovedOften _,
                    BookingRefused.NoPlaceFound _,
                    BookingRefused.Busy _,
                    BookingRefused.AtTheDoor _ -> throw refused;
        };
    }

    private ModelAndView comeAgain(
            Opened opened, BookingRefused.Busy busy, Locale locale, HttpServletResponse response) {
        var seconds = Math.max(1, busy.retryAfter().toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        var page = hindered(opened, Hindrance.of("form.check.busy", seconds), locale);
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    private ModelAndView refused(Opened opened, ApplicationRefused refused, Locale locale) {
        return switch (refused) {
            case ApplicationRefused.TimeGone _ -> Questions.redirect(opened.address(Section.VISIT.path()));
            case ApplicationRefused.Unfinished _, ApplicationRefused.StepNotOpen _ ->
                Questions.redirect(opened.address(""));
            case ApplicationRefused.AlreadyLive live ->
                hindered(opened, new Hindrance("form.check.already-live", List.of(), live.other()), locale);
            case ApplicationRefused.PriceUnsettled _ ->
                hindered(opened, Hindrance.of("form.check.price-unsettled"), locale);
            case ApplicationRefused.PriceChanged _ ->
                hindered(opened, Hindrance.of("form.check.price-changed"), locale);
            case ApplicationRefused.TooMany _, ApplicationRefused.KeptByOrder _ -> throw refused;
        };
    }

    private ModelAndView hindered(Opened opened, Hindrance hindrance, Locale locale) {
        return page(opened, locale, Problems.NONE, hindrance);
    }

    private ModelAndView page(Opened opened, Locale locale, Problems problems, @Nullable Hindrance hindrance) {
        var quote = prices.of(opened.form()).orElse(null);
        var fine = !problems.any() && hindrance == null;
        return new ModelAndView("submission/check", fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("opened", opened)
                .addObject("groups", answers.of(opened, Words.in(locale)))
                .addObject("quote", quote)
                .addObject("due", due(opened, quote))
                .addObject("haste", haste(opened))
                .addObject("hindrance", hindrance)
                .addObject("problems", problems);
    }

    /** What becomes of the wish for the same day, and by when one must be there. */
    record Haste(SameDay.Promise promise, @Nullable LocalTime until) {}

    private Haste haste(Opened opened) {
        return new Haste(sameDay.of(opened.form()), sameDay.until(opened.form()).orElse(null));
    }

    /** When the fee is due: {@code NONE} if there is none. */
    private PaymentTime due(Opened opened, @Nullable Quote quote) {
        if (Prices.isFree(opened.form())) {
            return PaymentTime.NONE;
        }
        return quote == null ? PaymentTime.UPFRONT : desk.due(opened.form(), quote);
    }

    private static String day(Instant at, Locale locale) {
        return Words.in(locale).date(LocalDate.ofInstant(at, PaymentDesk.TREASURY));
    }

    private Opened openAt(ApplicationId id, SignedIn me) {
        return forms.openAt(id, me, FormStep.CHECK);
    }
}
