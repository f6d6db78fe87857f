package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.platform.OutsideLine;
import titian.platform.OutsideLines;
import titian.tariff.Quote.Line;
import titian.tariff.TariffDesk;

/**
 * SIMPONI, the state's billing. Each question is written down before it is asked, with its answer afterwards. A price in
 * force that the biller cannot be asked to bill is found out at the start, not by the first applicant.
 */
@Component
class Biller {

    private static final Logger LOG = LoggerFactory.getLogger(Biller.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What waiting does not mend: somebody must look at our settings or our agreement with the biller. */
    private static final Set<String> OURS_TO_MEND =
            Set.of("STATUS_REFUSED", "REFUSED_30", "REFUSED_99", "REFUSED_ID", "REFUSED_IS", "REFUSED_IU", "TOO_LONG");

    private final BillerAccess access;
    private final Exchanges exchanges;
    private final OutsideLine line;

    Biller(BillerAccess access, Exchanges exchanges, OutsideLines lines, TariffDesk tariffs, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        tariffs.billable(today).forEach(access::tariff);
        this.access = access;
        this.exchanges = exchanges;
        this.line = lines.to("SIMPONI");
    }

    /** Asks for the bill's code. Asking again gives the same code. */
    Said issue(LedgerEntry entry, List<Line> lines) {
        var payBy = entry.bill().payBy();
        return ask(
                entry.bill().id(),
                "billingcode_v4",
                SimponiLanguage.billingCode(entry, lines, access),
                text -> SimponiLanguage.readCode(text, payBy));
    }

    /** Asks whether the bill's code was paid. */
    Said inquire(BillId bill, String code) {
        return ask(
                bill, "inquirybilling_v2", SimponiLanguage.inquiry(bill, code, access), SimponiLanguage::readInquiry);
    }

    private Said ask(BillId bill, String method, String question, Function<String, Said> reading) {
        var written = exchanges.asked(bill, method, SimponiLanguage.masked(question));
        var began = System.nanoTime();
        try {
            var answer = line.post(access.address(), FORM, "simponi_req=" + URLEncoder.encode(question, UTF_8));
            var said = answer.status() == 200 ? reading.apply(answer.body()) : refused(answer.status());
            exchanges.answered(written, answer.status(), worthKeeping(said, answer), said.outcome(), since(began));
            if (OURS_TO_MEND.contains(said.outcome())) {
                LOG.error("SIMPONI refuses {}: {}", method, said.outcome());
            }
            return said;
        } catch (OutsideLine.Down down) {
            exchanges.unanswered(written, down.why().name(), since(began));
            return new Said.Nothing(down.why().name());
        }
    }

    private static Said refused(int status) {
        return new Said.Nothing(status >= 500 ? "STATUS_BROKEN" : "STATUS_REFUSED");
    }

    /** An answer that makes no sense may repeat anything, our password too: of it we keep only how long it was. */
    private static String worthKeeping(Said said, OutsideLine.Answer answer) {
        return said.outcome().equals("GARBLED") || answer.status() != 200
                ? "(" + answer.body().length() + " characters)"
                : answer.body();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
