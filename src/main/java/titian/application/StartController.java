package titian.application;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import titian.payment.PaymentDesk;

/** Where everything begins, for whoever comes without knowing anything. */
@Controller
class StartController {

    private final FirstPlaces firstPlaces;
    private final PaymentDesk payments;
    private final Clock clock;

    StartController(FirstPlaces firstPlaces, PaymentDesk payments, Clock clock) {
        this.firstPlaces = firstPlaces;
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(Model page) {
        page.addAttribute("places", firstPlaces.shown());
        page.addAttribute(
                "tariffs",
                payments.tariffs(LocalDate.ofInstant(clock.instant(), RequirementsController.CAPITAL)));
        return "application/start";
    }
}
