package titian.home;

import static java.util.Comparator.comparingInt;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.Stage;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.booking.BookingDesk;
import titian.form.Answer.Identity;
import titian.form.Answer.Place;
import titian.form.FormDesk;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Typing;
import titian.home.Visits.Planned;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.PaymentDesk;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.web.Words;

/** The applicant's home: what is next, and where each application stands. */
@Controller
class HomeController {

    static final String HOME = "/beranda";

    private final DraftDesk applications;
    private final Forms forms;
    private final FormDesk desk;
    private final Visits visits;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final ObjectProvider<HomeNews> news;
    private final Clock clock;

    HomeController(
            DraftDesk applications,
            Forms forms,
            FormDesk desk,
            Visits visits,
            BookingDesk booking,
            OfficeDesk offices,
            ObjectProvider<HomeNews> news,
            Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.desk = desk;
        this.visits = visits;
        this.booking = booking;
        this.offices = offices;
        this.news = news;
        this.clock = clock;
    }

    /** An application as the home shows it. */
    record Card(
            Opened opened, List<TaskLine> tasks, @Nullable Planned visit) {

        Stage stage() {
            return opened.application().stage();
        }

        /** The applicant's name, as far as it is known. */
        String name() {
            return opened.form()
                    .find(Identity.class)
                    .map(identity -> Typing.asCalled(identity.fullName()))
                    .orElse("");
        }

        /** What was asked for, and for whom. */
        String title(Words words) {
            var service = words.text(opened.application().service().text());
            return name().isEmpty() ? service : words.text("home.for", service, name());
        }

        /** Whether something is expected to happen that the reader does not do on this page. */
        boolean isWaiting() {
            return stage() instanceof Submitted || stage() instanceof CheckedIn || stage() instanceof InService;
        }
    }

    /** The earliest time at the office that was chosen, to make the next step inviting. */
    record Soonest(Office office, Slot slot) {}

    @GetMapping(HOME)
    ModelAndView home(@AuthenticationPrincipal SignedIn me, Locale locale) {
        var cards = applications.of(me.account()).stream()
                .map(forms::open)
                .map(opened -> new Card(
                        opened,
                        TaskLine.of(opened),
                        visits.of(opened.application()).orElse(null)))
                .sorted(comparingInt(card -> urgency(card.stage())))
                .toList();
        var first = cards.isEmpty() ? null : cards.getFirst();
        return new ModelAndView("home/home")
                .addObject("cards", cards)
                .addObject(
                        "news",
                        news.orderedStream()
                                .flatMap(one -> one.of(me.account(), Words.in(locale)).stream())
                                .toList())
                .addObject("soonest", first == null ? null : soonest(first).orElse(null))
                .addObject("hour", clock.instant().atZone(PaymentDesk.TREASURY).getHour())
                .addObject(
                        "full",
                        cards.stream()
                                        .filter(card ->
                                                card.opened().application().isUnderWay())
                                        .count()
                                >= DraftDesk.MOST_UNDER_WAY);
    }

    @PostMapping("/permohonan/baru")
    String begin(@AuthenticationPrincipal SignedIn me, Locale locale) {
        try {
            return "redirect:/permohonan/" + desk.begin(me.account(), locale);
        } catch (ApplicationRefused.TooMany _) {
            return "redirect:" + HOME;
        }
    }

    private Optional<Soonest> soonest(Card card) {
        var form = card.opened().form();
        return card.stage().isEditable() && form.now() == FormStep.TIME
                ? form.find(Place.class)
                        .flatMap(place -> offices.find(place.office()))
                        .flatMap(office -> booking.earliest(office.id(), 1).stream()
                                .findFirst()
                                .map(slot -> new Soonest(office, slot)))
                : Optional.empty();
    }

    /** What cannot wait comes first: whoever is at the office, then what a clock runs on, then what is to be done. */
    private static int urgency(Stage stage) {
        return switch (stage) {
            case CheckedIn _, InService _ -> 0;
            case Submitted _ -> 1;
            case Expired _ -> 2;
            case Draft _ -> 3;
            case Scheduled _ -> 4;
            case Interviewed _, Suspended _ -> 5;
            case Cancelled cancelled when cancelled.isEditable() -> 2;
            case NoShow _, Cancelled _, Refused _ -> 6;
        };
    }
}
