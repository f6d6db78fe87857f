package titian.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.application.UnmaskDesk;
import titian.application.UnmaskDesk.Purpose;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** Who the person at the counter is, for the officer who says what for. Only an answer shows it; no address does. */
@Controller
@RequestMapping("/petugas/loket/identitas")
class IdentityController {

    private static final String COUNTER = "redirect:/petugas/loket";

    private final Duties duties;
    private final Tickets tickets;
    private final Today today;
    private final Persons persons;
    private final UnmaskDesk desk;

    IdentityController(Duties duties, Tickets tickets, Today today, Persons persons, UnmaskDesk desk) {
        this.duties = duties;
        this.tickets = tickets;
        this.today = today;
        this.persons = persons;
        this.desk = desk;
    }

    /** What was typed. */
    record Typed(String purpose, String note) {}

    @GetMapping
    String ask(@AuthenticationPrincipal SignedIn me, Model model) {
        return at(me).map(ticket -> page(me, ticket, new Typed("", ""), Problems.NONE, model))
                .orElse(COUNTER);
    }

    @PostMapping
    @ShowsPeople(Errand.COUNTER_SERVICE)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "tujuan", defaultValue = "") String purpose,
            @RequestParam(name = "catatan", defaultValue = "") String note,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response) {
        var ticket = at(me);
        if (ticket.isEmpty()) {
            return COUNTER;
        }
        response.setHeader("Cache-Control", "no-store");
        var typed = new Typed(purpose, note.strip());
        var problems = problems(typed, page.words());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            desk.unmask(ticket.get().application(), Purpose.valueOf(purpose), typed.note())
                    .ifPresent(person -> model.addAttribute("shown", person));
        }
        return page(me, ticket.get(), typed, problems, model);
    }

    /** The ticket at the officer's own counter, and no other. */
    private Optional<Ticket> at(SignedIn me) {
        return duties.of(Officer.of(me)).flatMap(duty -> tickets.at(duty.office(), duty.counter()));
    }

    private static Problems problems(Typed typed, Words words) {
        var purpose = Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(typed.purpose()))
                .findFirst();
        if (purpose.isEmpty()) {
            return Problems.of("tujuan", words.text("queue.identity.purpose.missing"));
        }
        return UnmaskDesk.isGood(purpose.get(), typed.note())
                ? Problems.NONE
                : Problems.of("catatan", words.text("queue.identity.note.wrong"));
    }

    private String page(SignedIn me, Ticket ticket, Typed typed, Problems problems, Model model) {
        model.addAttribute("here", today.at(Officer.of(me).office()));
        model.addAttribute("person", persons.with(ticket));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "queue/identity";
    }

    static Map<String, String> purposes(Words words) {
        return words.choices(
                "queue.identity.purpose",
                Arrays.stream(Purpose.values()).map(Purpose::name).toArray(String[]::new));
    }
}
