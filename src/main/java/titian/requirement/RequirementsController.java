package titian.requirement;

import java.time.Clock;
import java.time.LocalDate;
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

    private final RequirementDesk desk;
    private final PaymentDesk payments;
    private final Clock clock;

    RequirementsController(RequirementDesk desk, PaymentDesk payments, Clock clock) {
        this.desk = desk;
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping("/syarat")
    String forAnAdult(Model page) {
        page.addAttribute("checklist", desk.checklist(NEW_ADULT));
        page.addAttribute("tariffs", payments.tariffs(LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY)));
        page.addAttribute("others", SERVICES.subList(1, SERVICES.size()));
        return "requirement/requirements";
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
        page.addAttribute("checklist", desk.checklist(code));
        return "requirement/papers";
    }
}
