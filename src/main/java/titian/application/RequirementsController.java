package titian.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import titian.payment.PaymentDesk;

/** What each service asks for and what it costs, for everyone to read before signing in. */
@Controller
class RequirementsController {

    /** The day on which a tariff begins is the capital's. */
    static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private static final String NEW_ADULT = "NEW_ADULT";

    /** The services there are papers for, in the order people look for them. */
    static final List<String> SERVICES = List.of(
            NEW_ADULT,
            "NEW_CHILD",
            "REPLACE_EXPIRY",
            "REPLACE_FULL",
            "REPLACE_CHILD",
            "REPLACE_LOST",
            "REPLACE_LOST_FM",
            "REPLACE_DAMAGED",
            "REPLACE_DAMAGED_FM",
            "DATA_CHANGE",
            "HAJJ",
            "UMRAH",
            "CPMI",
            "DUAL_CITIZEN_CHILD",
            "BORN_ABROAD_CHILD",
            "ABROAD_REPLACE",
            "SPLP",
            "EAZY_PASSPORT",
            "PICKUP_SELF",
            "PICKUP_FAMILY",
            "PICKUP_PROXY");

    private final Requirements requirements;
    private final PaymentDesk payments;
    private final Clock clock;

    RequirementsController(Requirements requirements, PaymentDesk payments, Clock clock) {
        this.requirements = requirements;
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping("/syarat")
    String forAnAdult(Model page) {
        page.addAttribute("checklist", new Checklist(NEW_ADULT, requirements.of(NEW_ADULT)));
        page.addAttribute("tariffs", payments.tariffs(LocalDate.ofInstant(clock.instant(), CAPITAL)));
        page.addAttribute("others", SERVICES.subList(1, SERVICES.size()));
        return "application/requirements";
    }

    @GetMapping("/syarat/{service}")
    String forAService(@PathVariable String service, Model page) {
        var code = service.toUpperCase(Locale.ROOT).replace('-', '_');
        if (code.equals(NEW_ADULT)) {
            return forAnAdult(page);
        }
        if (!SERVICES.contains(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("checklist", new Checklist(code, requirements.of(code)));
        return "application/papers";
    }
}
