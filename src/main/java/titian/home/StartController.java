package titian.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import titian.payment.PaymentDesk;
import titian.tariff.TariffDesk;

/** Where everything begins, for whoever comes without knowing anything. */
@Controller
class StartController {

    private final FirstPlaces firstPlaces;
    private final TariffDesk tariffs;
    private final Clock clock;

    StartController(FirstPlaces firstPlaces, TariffDesk tariffs, Clock clock) {
        this.firstPlaces = firstPlaces;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(@RequestParam Map<String, String> asked, Model page) {
        page.addAttribute("signedOut", asked.containsKey("keluar"));
        page.addAttribute("places", firstPlaces.shown());
        page.addAttribute("prices", tariffs.prices(LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY)));
        return "home/start";
    }
}
