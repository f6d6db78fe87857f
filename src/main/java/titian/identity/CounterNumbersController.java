package titian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.application.ApplicationDesk;
import titian.form.NumberDesk;
import titian.identity.Lanes.After;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** Numbers in doubt at the counter: the officer compares the originals and settles what they show. */
@Controller
@RequestMapping("/petugas/loket/nik")
class CounterNumbersController {

    /** Whoever came this long ago can still be settled. */
    private static final Duration PAST = Duration.ofDays(30);

    private static final int LONGEST_NOTE = 200;
    private static final int PAGE = 50;

    private final LaneDesk desk;
    private final NumberDesk numbers;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final Clock clock;

    CounterNumbersController(
            LaneDesk desk, NumberDesk numbers, ApplicationDesk applications, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.numbers = numbers;
        this.applications = applications;
        this.offices = offices;
        this.clock = clock;
    }

    /** One of those in doubt: the number prints masked. */
    record Row(Lane lane, String name, String number) {}

    /**
     * Some of those in doubt.
     *
     * @param after where they begin; nothing at the beginning of the list
     * @param next  where the list goes on; nothing at its end
     */
    record Shown(
            List<Row> rows, @Nullable After after, @Nullable After next) {

        @Override
        public String toString() {
            return "some numbers in doubt";
        }
    }

    @GetMapping
    @ShowsPeople(Errand.COUNTER_SERVICE)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "kunjungan", required = false) @Nullable Instant visitAt,
            @RequestParam(name = "sesudah", required = false) @Nullable ApplicationId after) {
        return page(Officer.of(me), place(visitAt, after), null, Problems.NONE);
    }

    @PostMapping
    ModelAndView settle(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("permohonan") ApplicationId application,
            @RequestParam(name = "alasan", defaultValue = "") String typed,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            @RequestParam(name = "kunjungan", required = false) @Nullable Instant visitAt,
            @RequestParam(name = "sesudah", required = false) @Nullable ApplicationId after,
            RedirectAttributes next,
            Locale locale) {
        var officer = Officer.of(me);
        var reason = Stream.of(SettlingReason.values())
                .filter(one -> one.name().equals(typed))
                .findFirst();
        var words = Words.in(locale);
        var place = place(visitAt, after);
        if (reason.isEmpty()) {
            return page(officer, place, application, Problems.of("alasan", words.text("identity.reason.missing")));
        }
        if (note.strip().length() > LONGEST_NOTE) {
            return page(officer, place, application, Problems.of("catatan", words.text("identity.note.long")));
        }
        var settled = desk.settle(officer, application, reason.get(), note.isBlank() ? null : note.strip());
        next.addFlashAttribute("told", settled ? "identity.settled" : "identity.not-open");
        return new ModelAndView("redirect:/petugas/loket/nik");
    }

    private static @Nullable After place(@Nullable Instant visitAt, @Nullable ApplicationId after) {
        return visitAt == null || after == null ? null : new After(visitAt, after);
    }

    private ModelAndView page(Officer officer, @Nullable After after, @Nullable ApplicationId at, Problems problems) {
        var office = offices.find(officer.office()).orElseThrow();
        return new ModelAndView("identity/numbers", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("office", office)
                .addObject("shown", shown(office, after))
                .addObject("at", at)
                .addObject("problems", problems);
    }

    private Shown shown(Office office, @Nullable After after) {
        var now = clock.instant();
        var today = office.day(now).atStartOfDay(office.zone()).toInstant();
        var lanes = desk.open(office.id(), today, now.minus(PAST), after, PAGE + 1);
        var next = lanes.size() > PAGE ? place(lanes.get(PAGE - 1)) : null;
        return new Shown(rows(lanes.stream().limit(PAGE).toList()), after, next);
    }

    private static @Nullable After place(Lane lane) {
        return place(lane.visitAt(), lane.application());
    }

    private List<Row> rows(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> numbers.doubt(lane.application()).stream()
                        .map(doubt -> new Row(
                                lane,
                                applications
                                        .summary(lane.application())
                                        .map(ApplicationDesk.Summary::applicantName)
                                        .orElse(""),
                                doubt.person().nik().toString())))
                .toList();
    }
}
