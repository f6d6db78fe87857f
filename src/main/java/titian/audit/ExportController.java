package titian.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import titian.shared.Act;
import titian.shared.SignedIn;
import titian.web.Grave;

/**
 * What auditors take along: the chain to check it elsewhere, and what they looked for, as a table or a line of JSON each.
 * Each is written while it is read, for it may be large, and that it was taken is an entry too.
 */
@Controller
class ExportController {

    private final AuditDesk desk;
    private final CheckDesk checks;
    private final Sheets sheets;

    ExportController(AuditDesk desk, CheckDesk checks, Sheets sheets) {
        this.desk = desk;
        this.checks = checks;
        this.sheets = sheets;
    }

    @ModelAttribute
    Search search(
            @RequestParam(name = "hari", required = false) @Nullable String day,
            @RequestParam(name = "kantor", required = false) @Nullable String office,
            @RequestParam(name = "tindakan", required = false) @Nullable String act,
            @RequestParam(name = "jenis", required = false) @Nullable String kind,
            @RequestParam(name = "nomor", required = false) @Nullable String subject,
            @RequestParam(name = "pelaku", required = false) @Nullable String account) {
        return Search.of(day, office, act, kind, subject, account);
    }

    @Grave
    @GetMapping("/petugas/audit/rantai.tsv")
    void chain(@AuthenticationPrincipal SignedIn me, HttpServletResponse response) throws IOException {
        checks.export(file(me, response, "text/tab-separated-values", "titian-audit.tsv"));
    }

    @Grave
    @GetMapping("/petugas/audit/catatan.csv")
    void table(@AuthenticationPrincipal SignedIn me, @ModelAttribute Search search, HttpServletResponse response)
            throws IOException {
        var out = file(me, response, "text/csv", "titian-audit.csv");
        out.print(sheets.heading());
        write(search, out, sheets::row);
    }

    @Grave
    @GetMapping("/petugas/audit/catatan.jsonl")
    void lines(@AuthenticationPrincipal SignedIn me, @ModelAttribute Search search, HttpServletResponse response)
            throws IOException {
        var out = file(me, response, "application/jsonl", "titian-audit.jsonl");
        write(search, out, sheets::json);
    }

    /** Until everything is written, or nobody reads it any more. */
    private void write(Search search, PrintWriter out, Function<Entry, String> line) {
        desk.each(search, piece -> {
            piece.forEach(entry -> out.print(line.apply(entry)));
            return !out.checkError();
        });
    }

    private PrintWriter file(SignedIn me, HttpServletResponse response, String type, String name) throws IOException {
        desk.writeAtOnce(Act.of("EXPORTED", "audit", name), me);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.getWriter();
    }
}
