package titian.requirement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import titian.payment.PaymentDesk;
import titian.tariff.TariffDesk;

/** What each service asks for and what it costs, for everyone to read before signing in. */
@Controller
class RequirementsController {

    /** The services there are papers for, in the order people look for them. */
    static final List<RequestedService> SERVICES = List.of(RequestedService.values());

    private final RequirementDesk desk;
    private final TariffDesk tariffs;
    private final Clock clock;

    RequirementsController(RequirementDesk desk, TariffDesk tariffs, Clock clock) {
        this.desk = desk;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    @GetMapping("/syarat")
    String forAnAdult(Model page) {
        page.addAttribute("checklist", desk.checklist(RequestedService.NEW_ADULT));
        page.addAttribute("prices", tariffs.prices(LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY)));
        page.addAttribute("others", SERVICES.subList(1, SERVICES.size()));
        return "requirement/requirements";
    }

    @GetMapping("/syarat/{service}")
    String forAService(@PathVariable("service") String path, Model page) {
        var service = Stream.of(RequestedService.values())
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (service == RequestedService.NEW_ADULT) {
            return forAnAdult(page);
        }
        page.addAttribute("checklist", desk.checklist(service));
        return "requirement/papers";
    }
}
