package titian.snap;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.payment.BillId;
import titian.payment.OtherWay.Heard;
import titian.platform.OutsideLine;
import titian.platform.OutsideLines;

/** The bank, as we ask it. Each question is signed, and written down before it is asked, with its answer afterwards. */
@Component
class Bank {

    private static final Logger LOG = LoggerFactory.getLogger(Bank.class);
    private static final String JSON = "application/json";

    /** A token is left alone this long before it runs out, so that none does on its way. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private static final int EXTERNAL_ID = 24;

    private final BankAccess access;
    private final Exchanges exchanges;
    private final OutsideLine line;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    /** Known to this node only; another node gets its own. */
    private volatile Reply.@Nullable Token token;

    Bank(BankAccess access, Exchanges exchanges, OutsideLines lines, Clock clock) {
        this.access = access;
        this.exchanges = exchanges;
        this.line = lines.to("the bank");
        this.clock = clock;
    }

    /** Asks for an account or a code for the offer. Asking again gives the same, or says that it is there. */
    Reply open(Offer offer) {
        return switch (offer.way()) {
            case VIRTUAL_ACCOUNT ->
                ask(
                        offer,
                        SnapLanguage.CREATE_ACCOUNT,
                        SnapLanguage.createAccount(offer, access),
                        text -> SnapLanguage.readAccount(text, offer));
            case QRIS ->
                ask(
                        offer,
                        SnapLanguage.MAKE_CODE,
                        SnapLanguage.makeCode(offer, access),
                        text -> SnapLanguage.readCode(text, offer));
            case BILLING_CODE -> throw notOurs();
        };
    }

    /** Asks whether the offer was paid. */
    Heard inquire(Offer offer) {
        var reply = switch (offer.way()) {
            case VIRTUAL_ACCOUNT ->
                ask(
                        offer,
                        SnapLanguage.ACCOUNT_STATUS,
                        SnapLanguage.accountStatus(offer, access, digits()),
                        text -> SnapLanguage.readAccountStatus(text, access));
            case QRIS ->
                ask(
                        offer,
                        SnapLanguage.CODE_STATUS,
                        SnapLanguage.codeStatus(offer, access),
                        text -> SnapLanguage.readCodeStatus(text, access));
            case BILLING_CODE -> throw notOurs();
        };
        return reply instanceof Reply.Said(var heard) ? heard : new Heard.Unclear();
    }

    /** Takes an account back, so that nobody can pay into it any more. */
    Reply delete(Offer offer) {
        return ask(
                offer,
                SnapLanguage.DELETE_ACCOUNT,
                SnapLanguage.deleteAccount(offer, access),
                SnapLanguage::readDeleted);
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("the bank knows no billing codes");
    }

    /** A token the bank does not know any more is given up, and the question asked once more with a new one. */
    private Reply ask(Offer offer, String path, String body, Function<String, Reply> reading) {
        var reply = askOnce(offer.bill(), path, body, reading);
        if (reply.outcome().startsWith("REFUSED_401")) {
            token = null;
            return askOnce(offer.bill(), path, body, reading);
        }
        return reply;
    }

    private Reply askOnce(BillId bill, String path, String body, Function<String, Reply> reading) {
        var reply = token();
        return reply instanceof Reply.Token known
                ? send(bill, path, body, signed(path, body, known.value()), reading)
                : reply;
    }

    private Map<String, String> signed(String path, String body, String key) {
        var now = SnapLanguage.time(clock.instant());
        var text = Signatures.text("POST", access.service(path).getRawPath(), key, body, now);
        return Map.of(
                "Authorization", "Bearer " + key,
                "X-TIMESTAMP", now,
                "X-SIGNATURE", Signatures.symmetric(text, access.secret()),
                "X-PARTNER-ID", access.client(),
                "X-EXTERNAL-ID", digits(),
                "CHANNEL-ID", access.channel());
    }

    private Reply token() {
        var known = token;
        var now = clock.instant();
        if (known != null && now.isBefore(known.until().minus(EARLY))) {
            return known;
        }
        var timestamp = SnapLanguage.time(now);
        var headers = Map.of(
                "X-TIMESTAMP", timestamp,
                "X-CLIENT-KEY", access.client(),
                "X-SIGNATURE",
                        Signatures.asymmetric(Signatures.tokenText(access.client(), timestamp), access.ourKey()));
        var reply = send(
                null,
                SnapLanguage.TOKEN,
                SnapLanguage.askForToken(),
                headers,
                text -> SnapLanguage.readToken(text, now));
        if (reply instanceof Reply.Token fresh) {
            token = fresh;
        }
        return reply;
    }

    private Reply send(
            @Nullable BillId bill,
            String path,
            String body,
            Map<String, String> headers,
            Function<String, Reply> reading) {
        var written = exchanges.asked(path, bill, Masked.message(body));
        var began = System.nanoTime();
        try {
            var answer = line.post(access.service(path), JSON, body, headers);
            var reply = answer.status() >= 500 ? new Reply.Nothing("STATUS_BROKEN") : reading.apply(answer.body());
            exchanges.answered(written, answer.status(), Masked.message(answer.body()), reply.outcome(), since(began));
            if (reply.outcome().startsWith("REFUSED")) {
                LOG.warn("The bank refuses {}: {}", path, reply.outcome());
            }
            return reply;
        } catch (OutsideLine.Down down) {
            exchanges.unanswered(written, down.why().name(), since(began));
            return new Reply.Nothing(down.why().name());
        }
    }

    private String digits() {
        return chance.ints(EXTERNAL_ID, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
