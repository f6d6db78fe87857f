package titian.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.SignedIn;

/** The auditor's pages: what was done, whether the chain is whole, and the chain to take along. */
@Controller
class AuditController {

    private final AuditDesk desk;
    private final Readers readers;
    private final OfficeDesk offices;
    private final Clock clock;

    AuditController(AuditDesk desk, Readers readers, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.readers = readers;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/petugas/audit")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "hari", required = false) @Nullable String day,
            @RequestParam(name = "kantor", required = false) @Nullable String office,
            @RequestParam(name = "tindakan", required = false) @Nullable String act,
            @RequestParam(name = "nomor", required = false) @Nullable String subject,
            @RequestParam(name = "pelaku", required = false) @Nullable String account,
            @RequestParam(name = "sebelum", defaultValue = "" + Long.MAX_VALUE) long before,
            Model page) {
        var search = Search.of(day, office, act, subject, account);
        var found = desk.find(search, before);
        var shown = found.stream().limit(AuditDesk.PAGE).toList();
        page.addAttribute(
                "office",
                offices.find(Readers.office(me)).map(one -> one.name()).orElse(""));
        page.addAttribute("search", search);
        page.addAttribute("lines", readers.of(shown));
        page.addAttribute("acts", Readers.ACTS);
        page.addAttribute("older", found.size() > shown.size() ? shown.getLast().id() : null);
        return "audit/list";
    }

    @GetMapping("/petugas/audit/pola")
    String alarms(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("office", name(me));
        page.addAttribute("notices", readers.notices(desk.alarms()));
        return "audit/alarms";
    }

    @GetMapping("/petugas/audit/periksa")
    String check(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute(
                "office",
                offices.find(Readers.office(me)).map(one -> one.name()).orElse(""));
        page.addAttribute("finding", desk.check());
        page.addAttribute("at", clock.instant());
        return "audit/check";
    }

    /** The chain as a file, written while it is read: it may be large. */
    @GetMapping("/petugas/audit/rantai.tsv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/tab-separated-values");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"titian-audit.tsv\"");
        desk.export(response.getWriter());
    }

    private String name(SignedIn me) {
        return offices.find(Readers.office(me)).map(Office::name).orElse("");
    }
}
