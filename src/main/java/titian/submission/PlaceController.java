package titian.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import titian.form.Answer.Place;
import titian.form.Answer.Residence;
import titian.form.Answer.Visit;
import titian.form.FormDesk;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Kind;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.SameDay;
import titian.form.Section;
import titian.form.Sheet;
import titian.form.Typing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.OfficeDesk.Closed;
import titian.office.OfficeDesk.Nearby;
import titian.office.Outage;
import titian.office.SameDayDesk;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.slot.CalendarDesk;
import titian.web.Problems;
import titian.web.Words;

/** Step 6: which office. All are shown, nearest first; one that cannot serve says why and names two that can. */
@Controller
class PlaceController {

    private static final int A_PAGE = 10;
    private static final int ALTERNATIVES = 2;

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;
    private final OfficeDesk offices;
    private final CalendarDesk calendars;
    private final SameDayDesk sameDays;
    private final Clock clock;

    PlaceController(
            Forms forms,
            Questions questions,
            FormDesk desk,
            OfficeDesk offices,
            CalendarDesk calendars,
            SameDayDesk sameDays,
            Clock clock) {
        this.forms = forms;
        this.questions = questions.in("submission");
        this.desk = desk;
        this.offices = offices;
        this.calendars = calendars;
        this.sameDays = sameDays;
        this.clock = clock;
    }

    /**
     * An office of the list.
     *
     * @param nextFree the earliest time with a place left; absent if all are taken
     * @param closed why it serves nobody, if so
     * @param outage why it cannot issue the book that was chosen, if so
     * @param queue  whether people book a time there and nothing else, so that no form is needed
     * @param instead where to go when it cannot serve
     */
    record Entry(
            Office office,
            Optional<Double> kilometres,
            @Nullable Instant nextFree,
            @Nullable Closed closed,
            @Nullable Outage outage,
            boolean queue,
            List<Office> instead) {

        boolean serves() {
            return closed == null && outage == null && nextFree != null;
        }
    }

    /**
     * What was searched and how much is shown of what was found.
     *
     * @param sameDay until which hour offices make a passport on the same day, for whoever wishes for that
     */
    record Listing(
            String search,
            List<Entry> entries,
            int found,
            @Nullable Map<OfficeId, LocalTime> sameDay) {

        String inUrl(String text) {
            return URLEncoder.encode(text, UTF_8);
        }

        int more() {
            return Math.min(entries.size() + A_PAGE, found);
        }
    }

    @GetMapping("/permohonan/{id}/kantor")
    ModelAndView ask(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String cari,
            @RequestParam(defaultValue = "10") int tampil,
            Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.OFFICE);
        return page(opened, pressed, cari, tampil, Problems.NONE);
    }

    @PostMapping("/permohonan/{id}/kantor")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String kantor,
            @RequestParam(defaultValue = "") String cari,
            @RequestParam(defaultValue = "10") int tampil,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.OFFICE);
        var office = serving(opened, kantor);
        if (office.isEmpty() && pressed.later()) {
            return Questions.redirect(Questions.HOME);
        }
        if (office.isEmpty()) {
            var text = Words.in(locale).text("form.place.missing");
            return page(opened, pressed, cari, tampil, Problems.of("kantor", text));
        }
        if (offices.takingPapersAtTheCounter(today()).contains(office.get())) {
            return Questions.redirect(pressed.later() ? Questions.HOME : "/janji/kantor/" + office.get());
        }
        desk.save(opened.id(), me.account(), new Place(office.get()));
        return pressed.later() ? Questions.redirect(Questions.HOME) : next(opened, office.get(), pressed);
    }

    /** Another office needs another time, even if one only came to change the office. */
    private static ModelAndView next(Opened opened, OfficeId office, Pressed pressed) {
        var timeStands = opened.form()
                .find(Visit.class)
                .filter(visit -> visit.office().equals(office))
                .isPresent();
        return Questions.redirect(new Sheet(opened, Section.PLACE, pressed.fromCheck() && timeStands).next());
    }

    private Optional<OfficeId> serving(Opened opened, String typed) {
        var out = outages(opened);
        return offices.nearest("").stream()
                .map(nearby -> nearby.office().id())
                .filter(office -> office.value().equals(typed))
                .filter(office -> offices.closed(office, today()).isEmpty() && !out.containsKey(office))
                .findFirst();
    }

    private ModelAndView page(Opened opened, Pressed pressed, String search, int shown, Problems problems) {
        var chosen = opened.form()
                .find(Place.class)
                .map(place -> place.office().value())
                .orElse("");
        return questions
                .page(opened, Section.PLACE, pressed, chosen, problems)
                .addObject("listing", listing(opened, Typing.line(search), shown));
    }

    private Listing listing(Opened opened, String search, int shown) {
        var matching = matching(search);
        var home = opened.form().find(Residence.class).map(Residence::regency).orElse("");
        var found = offices.nearest(home).stream()
                .filter(nearby -> matching.test(nearby.office()))
                .toList();
        var closed = offices.closed(today());
        var out = outages(opened);
        var nextFree = calendars.nextFree(clock.instant());
        var queues = offices.takingPapersAtTheCounter(today());
        var entries = found.stream()
                .limit(Math.max(A_PAGE, shown))
                .map(nearby -> entry(
                        nearby,
                        closed,
                        out,
                        nextFree,
                        queues.contains(nearby.office().id())))
                .toList();
        var sameDay = SameDay.isWished(opened.form()) ? sameDays.offering(today()) : null;
        return new Listing(search, entries, found.size(), sameDay);
    }

    /** Which offices cannot issue the book this person wants, and why. */
    private Map<OfficeId, Outage> outages(Opened opened) {
        var wanted = opened.form().find(Kind.class).map(Kind::type);
        return offices.outages(clock.instant()).values().stream()
                .flatMap(List::stream)
                .filter(outage -> wanted.equals(Optional.of(outage.type())))
                .collect(Collectors.toMap(Outage::office, outage -> outage, (one, _) -> one));
    }

    private Entry entry(
            Nearby nearby,
            Map<OfficeId, Closed> closed,
            Map<OfficeId, Outage> out,
            Map<OfficeId, Instant> nextFree,
            boolean queue) {
        var office = nearby.office();
        var why = closed.get(office.id());
        var free = nextFree.get(office.id());
        var outage = out.get(office.id());
        var serves = why == null && outage == null && free != null;
        var instead = serves ? List.<Office>of() : instead(office.id(), nextFree, out);
        return new Entry(office, nearby.kilometres(), free, why, outage, queue, instead);
    }

    private List<Office> instead(OfficeId office, Map<OfficeId, Instant> nextFree, Map<OfficeId, Outage> out) {
        return offices.alternatives(office, today(), A_PAGE).stream()
                .map(Nearby::office)
                .filter(other -> nextFree.containsKey(other.id())
                        && !out.containsKey(other.id())
                        && !other.id().equals(office))
                .limit(ALTERNATIVES)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
    }

    /** Every word must stand in the office's name, city, address or province. */
    private Predicate<Office> matching(String search) {
        var words = Stream.of(search.toLowerCase(Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        var provinces = words.isEmpty() ? Map.<String, String>of() : provincesByRegency();
        return office -> {
            var told = String.join(
                            " ",
                            office.name(),
                            office.city(),
                            office.address(),
                            provinces.getOrDefault(office.city(), ""))
                    .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(told::contains);
        };
    }

    private Map<String, String> provincesByRegency() {
        var provinces = new HashMap<String, String>();
        for (var province : offices.provinces()) {
            offices.regencies(province.code()).forEach(regency -> provinces.put(regency.name(), province.name()));
        }
        return provinces;
    }
}
