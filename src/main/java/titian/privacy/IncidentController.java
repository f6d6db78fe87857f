package titian.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.shared.SignedIn;
import titian.web.Errand;
import titian.web.Grave;
import titian.web.Page;
import titian.web.Problems;
import titian.web.ShowsPeople;
import titian.web.Words;

/** Where a data protection officer notes a breach, sees whom it concerns, has them told and keeps the authority's time. */
@Controller
@RequestMapping("/petugas/data/insiden")
class IncidentController {

    private final IncidentDesk desk;
    private final Clock clock;

    IncidentController(IncidentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        return page(IncidentForm.EMPTY, Problems.NONE, page.words(), model);
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") IncidentForm form,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletResponse response) {
        var problems = form.problems(desk.kinds(), clock.instant(), page.words());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, problems, page.words(), model);
        }
        return here(desk.open(form.facts(), me.account()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        var incident = find(id);
        model.addAttribute("incident", incident);
        model.addAttribute("lists", desk.lists(incident));
        model.addAttribute("now", clock.instant());
        return "privacy/insiden";
    }

    @Grave
    @PostMapping("/{id}/lapor")
    String report(@PathVariable UUID id) {
        desk.report(find(id).id());
        return here(id);
    }

    @Grave
    @PostMapping("/{id}/surat")
    String tell(
            @PathVariable UUID id, @ModelAttribute(name = "page", binding = false) Page page, RedirectAttributes next) {
        desk.tell(find(id).id());
        next.addFlashAttribute("said", page.text("privacy.incident.letters.said"));
        return here(id);
    }

    /** Everybody it concerns, for the report to the authority. */
    @Grave
    @ShowsPeople(Errand.BREACH)
    @PostMapping("/{id}/daftar")
    void list(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var incident = find(id);
        var name = ContentDisposition.attachment()
                .filename("insiden-" + incident.id() + ".csv")
                .build();
        response.setContentType("text/csv");
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Content-Disposition", name.toString());
        response.setHeader("Cache-Control", "no-store");
        var out = response.getWriter();
        out.print("account,name,email\n");
        desk.each(
                id,
                contact -> out.print(
                        String.join(",", contact.account().toString(), quoted(contact.name()), quoted(contact.email()))
                                + "\n"));
    }

    /** A spreadsheet takes what begins so for a formula. */
    private static String quoted(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private String page(IncidentForm form, Problems problems, Words words, Model model) {
        model.addAttribute("incidents", desk.all());
        model.addAttribute("kinds", kinds(words));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("now", clock.instant());
        return "privacy/daftar-insiden";
    }

    private Map<String, String> kinds(Words words) {
        var kinds = new LinkedHashMap<String, String>();
        desk.kinds().forEach(kind -> kinds.put(kind, name(kind, words)));
        return kinds;
    }

    /** As officers call it, or as the register of processing does. */
    static String name(String kind, Words words) {
        return words.find("privacy.record." + kind).orElse(kind);
    }

    private Incident find(UUID id) {
        return desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String here(UUID id) {
        return "redirect:/petugas/data/insiden/" + id;
    }
}
