package titian.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.web.Words;

/** The display in the waiting hall: numbers and counters, never a name, in both languages at once. */
@Controller
@RequestMapping("/layar/{office}")
class DisplayController {

    private static final int EARLIER_SHOWN = 5;
    private static final int GREATEST_WORD = 20;
    private static final Duration NEW = Duration.ofSeconds(20);

    /** What the display shows. */
    record Board(
            Today.At here, @Nullable Spoken now, List<Spoken> earlier, Map<String, Integer> waiting, long minutes) {

        /** Whether the call is so fresh that it should catch the eye. */
        boolean isNew() {
            return now != null && Duration.between(now.call().at(), here.now()).compareTo(NEW) < 0;
        }
    }

    /** A call as it is shown, and as a voice says it. */
    record Spoken(Days.Call call, String inIndonesian, String inEnglish) {

        static Spoken of(Days.Call call) {
            return new Spoken(call, said(call, Words.in(Words.INDONESIAN)), said(call, Words.in(Words.ENGLISH)));
        }

        /** Tells one call from the next, a repeated one too. */
        String key() {
            return call.label() + "/" + call.counter() + "/" + call.calls();
        }

        private static String said(Days.Call call, Words words) {
            return words.text(
                    "queue.display.said", call.letter(), digits(call.digits(), words), counter(call.counter(), words));
        }

        private static String counter(int counter, Words words) {
            return counter <= GREATEST_WORD
                    ? words.text("queue.number." + counter)
                    : digits(String.valueOf(counter), words);
        }

        /** Digit by digit, as numbers are called out in a hall: "nol empat tujuh". */
        private static String digits(String number, Words words) {
            var said = new ArrayList<String>();
            for (char digit : number.toCharArray()) {
                said.add(words.text("queue.number." + digit));
            }
            return String.join(" ", said);
        }
    }

    private final OfficeDesk offices;
    private final Days days;
    private final Duties duties;
    private final Today today;

    DisplayController(OfficeDesk offices, Days days, Duties duties, Today today) {
        this.offices = offices;
        this.days = days;
        this.duties = duties;
        this.today = today;
    }

    @GetMapping
    String display(@PathVariable OfficeId office, Model page) {
        page.addAttribute("board", board(office));
        return "queue/display";
    }

    /** The live part of the display. */
    @GetMapping("/isi")
    String board(@PathVariable OfficeId office, Model page) {
        page.addAttribute("board", board(office));
        return "queue/board";
    }

    private Board board(OfficeId office) {
        if (offices.find(office).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var here = today.at(office);
        var calls = days.calls(office, here.day(), EARLIER_SHOWN + 1).stream()
                .map(Spoken::of)
                .toList();
        var figures = days.figures(office, here.day());
        var counters = duties.at(office).size();
        var waiting = new TreeMap<>(days.waitingByLetter(office, here.day()));
        waiting.putIfAbsent(QueueDesk.PASSPORTS, 0);
        return new Board(
                here,
                calls.isEmpty() ? null : calls.getFirst(),
                calls.stream().skip(1).toList(),
                waiting,
                Estimate.of(figures.waiting(), counters, figures.service(), here.now())
                        .minutes(here.now()));
    }
}
