package titian.snap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import titian.payment.Way;

/**
 * Where the bank tells us of payments. It answers as soon as the message is kept; whether it is true is found out
 * afterwards, by asking the bank.
 */
@Controller
class ToldController {

    private static final Logger LOG = LoggerFactory.getLogger(ToldController.class);

    private final ToldDesk desk;
    private final BankAccess access;
    private final Clock clock;

    ToldController(ToldDesk desk, BankAccess access, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping("/snap/v1.0/transfer-va/payment")
    ResponseEntity<String> paidIntoAccount(HttpServletRequest request) throws IOException {
        return receive(request, Way.VIRTUAL_ACCOUNT, "25");
    }

    @PostMapping("/snap/v1.0/qr/qr-mpm-notify")
    ResponseEntity<String> paidByQris(HttpServletRequest request) throws IOException {
        return receive(request, Way.QRIS, "52");
    }

    private ResponseEntity<String> receive(HttpServletRequest request, Way way, String service) throws IOException {
        var knock = Knock.of(request);
        if (knock.isEmpty()) {
            return answer(new Verdict(413, service, "00", "Too Large"));
        }
        var refusal = knock.get().refusal(access, clock.instant(), service);
        if (refusal.isPresent()) {
            LOG.warn(
                    "A message at the bank's door was not let in: {}",
                    refusal.get().message());
            return answer(refusal.get());
        }
        return answer(desk.receive(knock.get(), Told.read(way, knock.get().body(), access), service));
    }

    private static ResponseEntity<String> answer(Verdict verdict) {
        return ResponseEntity.status(verdict.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(verdict.body());
    }
}
