package titian.treasury;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.PaymentDesk;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Words;

/** The treasurer's reports of a month and of a day: on the screen, and as sheets to take along. */
@Controller
class ReportController {

    private final ReportDesk desk;
    private final ProofDesk proofs;
    private final SecondPaymentDesk seconds;
    private final OfficeDesk offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportController(
            ReportDesk desk,
            ProofDesk proofs,
            SecondPaymentDesk seconds,
            OfficeDesk offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.proofs = proofs;
        this.seconds = seconds;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    @ModelAttribute
    Period period(
            @RequestParam(name = "bulan", required = false) @Nullable String month,
            @RequestParam(name = "hari", required = false) @Nullable String day) {
        return Period.of(month, day, LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY));
    }

    @GetMapping("/petugas/bendahara")
    String show(@AuthenticationPrincipal SignedIn me, @ModelAttribute Period period, Model page) {
        var office = office(me);
        page.addAttribute("office", offices.find(office).map(Office::name).orElse(""));
        page.addAttribute("report", desk.report(office, period));
        page.addAttribute("payments", period.isDay() ? desk.payments(office, period) : List.of());
        page.addAttribute("twice", seconds.waiting(office).size());
        page.addAttribute("proof", proofs.newest().orElse(null));
        page.addAttribute("now", clock.instant());
        return "treasury/report";
    }

    @GetMapping("/petugas/bendahara/laporan.csv")
    void csv(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute Period period,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        file(response, "text/csv;charset=UTF-8", period, "csv");
        try (var sheet = Sheet.csv(response.getOutputStream())) {
            write(sheet, office(me), period, Words.in(locale));
        }
    }

    @GetMapping("/petugas/bendahara/laporan.xlsx")
    void xlsx(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute Period period,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        file(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", period, "xlsx");
        try (var sheet = Sheet.xlsx(response.getOutputStream(), period.name())) {
            write(sheet, office(me), period, Words.in(locale));
        }
    }

    /** A month by its days; a day by its payments, which come while they are written. */
    private void write(Sheet sheet, OfficeId office, Period period, Words words) {
        if (!period.isDay()) {
            sheet.row(heading(
                    words, "day", "currency", "bills", "billed", "closed", "payments", "received", "refunded", "net"));
            desk.report(office, period).cells(words).forEach(sheet::row);
            return;
        }
        sheet.row(heading(words, "day", "hour", "ntpn", "ntb", "code", "bank", "channel", "amount", "currency"));
        desk.eachPayment(office, period, payment -> sheet.row(payment.cells(words)));
        desk.report(office, period)
                .totals()
                .forEach(total -> sheet.row(List.of(
                        words.text("treasury.report.total"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        total.payments(),
                        Report.whole(total.received(), total.currency()),
                        total.currency())));
    }

    private static List<String> heading(Words words, String... columns) {
        return Stream.of(columns)
                .map(column -> words.text("treasury.col." + column))
                .toList();
    }

    /** That it was taken is kept before anything is written. */
    private void file(HttpServletResponse response, String type, Period period, String ending) {
        var name = "titian-" + period.name() + "." + ending;
        events.publishEvent(Act.of("EXPORTED", "report", name));
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    static OfficeId office(SignedIn me) {
        return Objects.requireNonNull(me.office(), "a treasurer has an office");
    }
}
