package titian.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.SignedIn;

/** The auditor's page of the chain: its days, and whether all of it, or one of them, is as it was written. */
@Controller
class CheckController {

    private final CheckDesk desk;
    private final OfficeDesk offices;
    private final Clock clock;

    CheckController(CheckDesk desk, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/petugas/audit/periksa")
    String check(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "hari", required = false) @Nullable String typedDay,
            @RequestParam(name = "sebelum", required = false) @Nullable String typedBefore,
            Model page) {
        var day = Search.day(typedDay);
        var finding = day == null ? Optional.of(desk.check()) : desk.check(day);
        page.addAttribute(
                "office", offices.find(Readers.office(me)).map(Office::name).orElse(""));
        page.addAttribute("finding", finding.orElse(null));
        page.addAttribute("day", day);
        page.addAttribute("at", clock.instant());
        addDays(page, Search.day(typedBefore));
        return "audit/check";
    }

    private void addDays(Model page, @Nullable LocalDate before) {
        var days = desk.days(before);
        var shown = days.stream().limit(CheckDesk.DAYS).toList();
        page.addAttribute("days", shown);
        page.addAttribute("older", days.size() > shown.size() ? shown.getLast().day() : null);
    }
}
