package titian.simponi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.platform.OutsideLine;
import titian.platform.OutsideLines;
import titian.tariff.TariffDesk;

/**
 * SIMPONI, the state's billing. Each question is written down before it is asked, with its answer afterwards. A price in
 * force that the biller cannot be asked to bill is found out at the start, not by the first applicant.
 */
@Component
public class Biller {

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

    /** What the biller signs its notices with. */
    public String noticeSecret() {
        return access.noticeSecret();
    }

    /** Asks for the code of what is owed. Asking again gives the same code. */
    public Said issue(Owed owed) {
        return ask(
                owed.bill(),
                "billingcode_v4",
                SimponiLanguage.billingCode(owed, access),
                text -> SimponiLanguage.readCode(text, owed.payBy()));
    }

    /** Asks whether a code was paid, which was given for that request. */
    public Said inquire(UUID bill, String trxId, String code) {
        return ask(
                bill, "inquirybilling_v2", SimponiLanguage.inquiry(trxId, code, access), SimponiLanguage::readInquiry);
    }

    private Said ask(UUID bill, String method, String question, Function<String, Said> reading) {
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
