package titian.home;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.application.ApplicationRefused;
import titian.application.Stage.Draft;
import titian.application.Stage.Submitted;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.booking.ChangeRule;
import titian.booking.Move;
import titian.casework.ProspectDesk;
import titian.casework.Timeline;
import titian.form.Detour;
import titian.form.FormDesk;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.submission.KeptDesk;

/** One application: where it stands, in plain words, and what the applicant can do now. */
@Controller
class OverviewController {

    /** Names the part of the page that is fetched again by itself. */
    private static final String PART = "keadaan";

    private final Forms forms;
    private final FormDesk desk;
    private final Visits visits;
    private final BookingDesk booking;
    private final KeptDesk kept;
    private final ProspectDesk prospects;
    private final Timeline timeline;
    private final Clock clock;

    OverviewController(
            Forms forms,
            FormDesk desk,
            Visits visits,
            BookingDesk booking,
            KeptDesk kept,
            ProspectDesk prospects,
            Timeline timeline,
            Clock clock) {
        this.forms = forms;
        this.desk = desk;
        this.visits = visits;
        this.booking = booking;
        this.kept = kept;
        this.prospects = prospects;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How the time of a visit may still be changed, and how it was. */
    record Changes(ChangeRule rule, List<Move> made) {}

    @GetMapping("/permohonan/{id}")
    ModelAndView show(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String bagian) {
        return page(id, me, bagian.equals(PART) ? "home/standing" : "home/overview");
    }

    private ModelAndView page(ApplicationId id, SignedIn me, String view) {
        var opened = forms.open(id, me);
        var visit = visits.of(opened.application()).orElse(null);
        return new ModelAndView(view)
                .addObject("card", new HomeController.Card(opened, TaskLine.of(opened), visit))
                .addObject("asking", isAsking(opened))
                .addObject(
                        "kept",
                        kept.find(id, me.account()).flatMap(visits::planned).orElse(null))
                .addObject("prospect", visit == null ? null : prospects.of(id).orElse(null))
                .addObject("lines", timeline.told(id))
                .addObject("changes", visit == null ? null : changes(visit.appointment()));
    }

    /** Taking twice is taking once. What is in the way is told where the button was. */
    @PostMapping("/permohonan/{id}/tempat")
    ModelAndView takeKeptPlace(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var opened = forms.open(id, me);
        try {
            kept.take(opened.id(), me.account());
            return new ModelAndView("redirect:" + opened.address(""));
        } catch (ApplicationRefused refused) {
            var page = page(id, me, "home/overview").addObject("hindrance", hindrance(refused));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    /** The key of what to tell somebody who cannot take the place that is kept. */
    private static String hindrance(ApplicationRefused refused) {
        return switch (refused) {
            case ApplicationRefused.PriceUnsettled _, ApplicationRefused.PriceChanged _ -> "home.kept.unequal";
            case ApplicationRefused.Unfinished _ -> "home.kept.unfinished";
            case ApplicationRefused.AlreadyLive _, ApplicationRefused.TooMany _ -> "home.kept.other";
            case ApplicationRefused.TimeGone _, ApplicationRefused.StepNotOpen _, ApplicationRefused.KeptByOrder _ ->
                "home.kept.gone";
        };
    }

    private Changes changes(Appointment appointment) {
        return new Changes(
                booking.changeRule(appointment),
                appointment.moves() == 0 ? List.of() : booking.moves(appointment.id()));
    }

    /** The time to pay is over and the biller is being asked: nothing is given up before it has answered. */
    private boolean isAsking(Opened opened) {
        return opened.application().stage() instanceof Submitted submitted
                && !clock.instant().isBefore(submitted.payBy());
    }

    @GetMapping("/permohonan/{id}/hapus")
    ModelAndView askToDiscard(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        return new ModelAndView("home/discard")
                .addObject("opened", draft(id, me))
                .addObject("kept", false);
    }

    @PostMapping("/permohonan/{id}/hapus")
    ModelAndView discard(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me) {
        var draft = draft(id, me);
        try {
            desk.discard(draft.id(), me.account());
            return new ModelAndView("redirect:" + HomeController.HOME);
        } catch (ApplicationRefused.KeptByOrder _) {
            return new ModelAndView("home/discard", HttpStatus.CONFLICT)
                    .addObject("opened", draft)
                    .addObject("kept", true);
        }
    }

    private Opened draft(ApplicationId id, SignedIn me) {
        var opened = forms.open(id, me);
        if (!(opened.application().stage() instanceof Draft)) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }
}
