package titian.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Notice;
import titian.web.ShowsPeople;

/** The counter: an officer takes a seat, calls the next number, serves, and calls the next. */
@Controller
@RequestMapping("/petugas/loket")
class CounterController {

    private static final String HOME = "redirect:/petugas/loket";
    private static final int MOST_SHOWN = 20;

    /** What the counter's page shows: who is at it, who waits, how the day goes. */
    record Console(Today.At here, Duty duty, @Nullable Person at, Days.Figures figures, List<Person> waiting) {

        /** How long whoever came first has waited, in minutes. */
        long longestWait() {
            var first = figures.firstCame();
            return first == null ? 0 : Duration.between(first, here.now()).toMinutes();
        }

        /** Since when the number has been called, or the person served. */
        Instant since() {
            var ticket = Objects.requireNonNull(at).ticket();
            return Objects.requireNonNull(ticket.startedAt() == null ? ticket.calledAt() : ticket.startedAt());
        }

        /** Minutes and seconds since then; a script lets them run on. */
        String elapsed() {
            var elapsed = Duration.between(since(), here.now());
            return "%d.%02d".formatted(Math.max(0, elapsed.toMinutes()), Math.max(0, elapsed.toSecondsPart()));
        }

        long hidden() {
            return Math.max(0, figures.waiting() - waiting.size());
        }
    }

    private final QueueDesk desk;
    private final Tickets tickets;
    private final Days days;
    private final Duties duties;
    private final Today today;
    private final Persons persons;
    private final OfficeDesk offices;

    CounterController(
            QueueDesk desk,
            Tickets tickets,
            Days days,
            Duties duties,
            Today today,
            Persons persons,
            OfficeDesk offices) {
        this.desk = desk;
        this.tickets = tickets;
        this.days = days;
        this.duties = duties;
        this.today = today;
        this.persons = persons;
        this.offices = offices;
    }

    @GetMapping
    @ShowsPeople(Errand.COUNTER_SERVICE)
    String counter(@AuthenticationPrincipal SignedIn me, Model page) {
        var officer = Officer.of(me);
        var duty = duties.of(officer);
        if (duty.isPresent()) {
            page.addAttribute("console", console(duty.get()));
            return "queue/counter";
        }
        Map<Integer, Duty> taken =
                duties.at(officer.office()).stream().collect(Collectors.toMap(Duty::counter, Function.identity()));
        page.addAttribute("here", today.at(officer.office()));
        page.addAttribute("counters", offices.counters(officer.office()));
        page.addAttribute("taken", taken);
        return "queue/counters";
    }

    /** The live part of the page; whoever was taken over is sent back to the whole of it. */
    @GetMapping("/isi")
    @ShowsPeople(value = Errand.COUNTER_SERVICE, byItself = true)
    String console(@AuthenticationPrincipal SignedIn me, Model page) {
        var duty = duties.of(Officer.of(me));
        if (duty.isEmpty()) {
            return HOME;
        }
        page.addAttribute("console", console(duty.get()));
        return "queue/console";
    }

    @PostMapping("/masuk")
    String signOn(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam("loket") int counter,
            @RequestParam(name = "dari", required = false) @Nullable AccountId from,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        return tried(next, () -> {
            if (from == null) {
                desk.signOn(officer, counter);
            } else {
                desk.takeOver(officer, counter, from);
            }
            return Optional.empty();
        });
    }

    @PostMapping("/pulang")
    String signOff(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        return tried(next, () -> {
            desk.signOff(Officer.of(me));
            return Optional.of(Notice.done("queue.notice.signed-off"));
        });
    }

    /** One form, several buttons; each names the ticket it was shown for. */
    @PostMapping
    String act(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "aksi", required = false) @Nullable String action,
            @RequestParam(name = "panggil", required = false) @Nullable TicketId outOfTurn,
            @RequestParam(name = "tiket", required = false) @Nullable TicketId shown,
            @RequestParam(name = "panggilan", defaultValue = "0") int calls,
            RedirectAttributes next) {
        var officer = Officer.of(me);
        return tried(next, () -> {
            if (outOfTurn != null) {
                desk.call(officer, outOfTurn);
                return Optional.empty();
            }
            if ("berikutnya".equals(action)) {
                desk.callNext(officer);
                return Optional.empty();
            }
            if (shown == null || action == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return step(officer, action, shown, calls);
        });
    }

    private Optional<Notice> step(Officer officer, String action, TicketId shown, int calls) {
        return switch (action) {
            case "ulang" -> {
                desk.recall(officer, shown, calls);
                yield Optional.empty();
            }
            case "mulai" -> {
                desk.start(officer, shown);
                yield Optional.empty();
            }
            case "selesai" ->
                Optional.of(Notice.done(
                        "queue.notice.done", desk.finish(officer, shown).label()));
            case "absen" ->
                Optional.of(Notice.done(
                        "queue.notice.missed", desk.miss(officer, shown).label()));
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    /** Something an officer asked for, and what to tell them about it afterwards. */
    private interface Attempt {
        Optional<Notice> make();
    }

    private String tried(RedirectAttributes next, Attempt attempt) {
        try {
            attempt.make().ifPresent(notice -> next.addFlashAttribute("notice", notice));
        } catch (QueueRefused refused) {
            next.addFlashAttribute("notice", notice(refused));
        }
        return HOME;
    }

    private static Notice notice(QueueRefused refused) {
        return switch (refused) {
            case QueueRefused.CounterUnknown _ -> Notice.warning("queue.notice.counter-unknown");
            case QueueRefused.CounterTaken taken ->
                Notice.warning(
                        "queue.notice.counter-taken", String.valueOf(taken.by().counter()));
            case QueueRefused.ElsewhereOnDuty elsewhere ->
                Notice.warning(
                        "queue.notice.elsewhere",
                        String.valueOf(elsewhere.duty().counter()));
            case QueueRefused.NotOnDuty _ -> Notice.warning("queue.notice.not-on-duty");
            case QueueRefused.CounterBusy busy ->
                Notice.warning("queue.notice.busy", busy.with().label());
            case QueueRefused.NobodyWaits _ -> Notice.warning("queue.notice.nobody");
            case QueueRefused.Overtaken overtaken ->
                overtaken
                        .now()
                        .map(now -> Notice.warning(
                                "queue.notice.overtaken." + now.state(), now.label(), String.valueOf(now.counter())))
                        .orElseGet(() -> Notice.warning("queue.notice.unknown"));
        };
    }

    private Console console(Duty duty) {
        var here = today.at(duty.office());
        return new Console(
                here,
                duty,
                tickets.at(duty.office(), duty.counter()).map(persons::with).orElse(null),
                days.figures(duty.office(), here.day()),
                persons.with(tickets.waiting(duty.office(), here.day(), MOST_SHOWN)));
    }
}
