package titian.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.SignedIn;

/** The auditor's pages of what was done: those looked for, and each with all it says. */
@Controller
class AuditController {

    private final AuditDesk desk;
    private final AlarmDesk alarms;
    private final CheckDesk checks;
    private final Readers readers;
    private final OfficeDesk offices;

    AuditController(AuditDesk desk, AlarmDesk alarms, CheckDesk checks, Readers readers, OfficeDesk offices) {
        this.desk = desk;
        this.alarms = alarms;
        this.checks = checks;
        this.readers = readers;
        this.offices = offices;
    }

    @GetMapping("/petugas/audit")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "hari", required = false) @Nullable String day,
            @RequestParam(name = "kantor", required = false) @Nullable String office,
            @RequestParam(name = "tindakan", required = false) @Nullable String act,
            @RequestParam(name = "jenis", required = false) @Nullable String kind,
            @RequestParam(name = "nomor", required = false) @Nullable String subject,
            @RequestParam(name = "pelaku", required = false) @Nullable String account,
            @RequestParam(name = "sebelum", defaultValue = "" + Long.MAX_VALUE) long before,
            Model page) {
        var search = Search.of(day, office, act, kind, subject, account);
        var found = desk.find(search, before);
        var shown = found.stream().limit(AuditDesk.PAGE).toList();
        page.addAttribute("office", name(me));
        page.addAttribute("search", search);
        page.addAttribute("lines", readers.of(shown));
        page.addAttribute("acts", Readers.ACTS);
        page.addAttribute("kinds", Readers.KINDS);
        page.addAttribute("offices", readers.offices());
        page.addAttribute("older", found.size() > shown.size() ? shown.getLast().id() : null);
        return "audit/list";
    }

    @GetMapping("/petugas/audit/pola")
    String alarms(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("office", name(me));
        page.addAttribute("notices", readers.notices(alarms.alarms()));
        return "audit/alarms";
    }

    @PostMapping("/petugas/audit/pola")
    String lookNow(RedirectAttributes next) {
        alarms.lookSoon();
        next.addFlashAttribute("told", "audit.alarms.looking");
        return "redirect:/petugas/audit/pola";
    }

    /** The accounts that have a phone or a device in common with this one: by their numbers, which is what entries say. */
    @GetMapping("/petugas/audit/pola/{account}")
    String crowd(@AuthenticationPrincipal SignedIn me, @PathVariable AccountId account, Model page) {
        var members = alarms.crowd(account);
        if (members.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("office", name(me));
        page.addAttribute("account", account);
        page.addAttribute("members", members);
        return "audit/crowd";
    }

    /** The looks of an officer's at files they had no task for, on one day. */
    @GetMapping("/petugas/audit/pola/{account}/berkas")
    String files(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountId account,
            @RequestParam(name = "hari", required = false) @Nullable String day,
            Model page) {
        var date = Search.day(day);
        var looks = date == null ? List.<Entry>of() : alarms.looksWithoutTask(account, date);
        if (looks.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("office", name(me));
        page.addAttribute("lines", readers.of(looks));
        page.addAttribute("offices", readers.offices());
        return "audit/files";
    }

    /** One entry with all it says, its place in the chain, and what else the same request did. */
    @GetMapping("/petugas/audit/catatan/{id}")
    String entry(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model page) {
        var entry = desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("office", name(me));
        page.addAttribute("line", readers.of(List.of(entry)).getFirst());
        page.addAttribute("together", readers.of(desk.together(entry)));
        page.addAttribute("offices", readers.offices());
        page.addAttribute("place", checks.place(entry).orElse(null));
        return "audit/entry";
    }

    private String name(SignedIn me) {
        return offices.find(Readers.office(me)).map(Office::name).orElse("");
    }
}
