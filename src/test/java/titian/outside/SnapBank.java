package titian.outside;

import static titian.outside.Fault.Kind.BELUM;
import static titian.outside.Fault.Kind.GALAT;
import static titian.outside.Fault.Service.BANK;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bank Contoh for agencies, by SNAP BI: an access token for who proves by signature to be Titian; under it accounts and
 * QRIS codes, whether they were paid, and accounts taken back. It refuses what the standard says to refuse.
 */
final class SnapBank {

    private static final String CLIENT = "titian";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Demands demands;
    private final Faults faults;
    private final Clock clock;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    SnapBank(Demands demands, Faults faults, Clock clock) {
        this.demands = demands;
        this.faults = faults;
        this.clock = clock;
    }

    /** What the bank does with a message it has let in. */
    private interface Service {
        ObjectNode answer(JsonNode asked);
    }

    void hangOn(Door door) {
        door.post("/snap/v1.0/access-token/b2b", faults.before(BANK, this::token));
        hang(door, "/snap/v1.0/transfer-va/create-va", "27", this::createAccount);
        hang(door, "/snap/v1.0/transfer-va/status", "26", this::accountStatus);
        hang(door, "/snap/v1.0/transfer-va/delete-va", "31", this::deleteAccount);
        hang(door, "/snap/v1.0/qr/qr-mpm-generate", "47", this::makeCode);
        hang(door, "/snap/v1.0/qr/qr-mpm-query", "51", this::codeStatus);
    }

    private void hang(Door door, String path, String number, Service service) {
        door.post(path, faults.before(BANK, request -> {
            try {
                letIn(request, path);
                if (faults.is(BANK, GALAT)) {
                    throw new Refused(500, "00", "General Error");
                }
                return Answer.json(service.answer(request.json())
                        .put("responseCode", "200" + number + "00")
                        .put("responseMessage", "Successful"));
            } catch (Refused refused) {
                return refused.answer(number);
            }
        }));
    }

    private Answer token(Request request) {
        var timestamp = request.head("x-timestamp");
        var text = request.head("x-client-key") + "|" + timestamp;
        if (!request.head("x-client-key").equals(CLIENT)
                || !isNow(timestamp)
                || !SnapSeals.isAgencys(text, request.head("x-signature"))) {
            return new Refused(401, "00", "Unauthorized. [Signature]").answer("73");
        }
        var token = Chance.capitalsAndDigits(40);
        tokens.put(token, clock.instant().plus(TOKEN_LIFE));
        return Answer.json(Json.object()
                .put("responseCode", "2007300")
                .put("responseMessage", "Successful")
                .put("accessToken", token)
                .put("tokenType", "Bearer")
                .put("expiresIn", String.valueOf(TOKEN_LIFE.toSeconds())));
    }

    private void letIn(Request request, String path) {
        var timestamp = request.head("x-timestamp");
        var token = request.head("authorization").replaceFirst("^Bearer ", "");
        if (!clock.instant().isBefore(tokens.getOrDefault(token, Instant.MIN))) {
            throw new Refused(401, "01", "Invalid Token (B2B)");
        }
        var text = String.join(":", "POST", path, token, SnapSeals.hash(request.body()), timestamp);
        if (!isNow(timestamp)
                || !request.head("x-partner-id").equals(CLIENT)
                || !SnapSeals.symmetric(text).equals(request.head("x-signature"))) {
            throw new Refused(401, "00", "Unauthorized. [Signature]");
        }
        if (!request.head("channel-id").matches("\\d{5}")) {
            throw new Refused(400, "02", "Invalid Mandatory Field {CHANNEL-ID}");
        }
        if (!seen.add(timestamp.substring(0, 10) + request.head("x-external-id"))) {
            throw new Refused(409, "00", "Conflict");
        }
    }

    private boolean isNow(String timestamp) {
        try {
            var at = OffsetDateTime.parse(timestamp).toInstant();
            return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private ObjectNode createAccount(JsonNode asked) {
        var number = account(asked);
        need(Json.text(asked, "virtualAccountTrxType").equals("C"), "virtualAccountTrxType");
        need(!Json.text(asked, "virtualAccountName").isBlank(), "virtualAccountName");
        var demand = new Demand(
                Demand.Kind.ACCOUNT,
                number,
                Json.text(asked, "trxId"),
                "",
                amount(asked.path("totalAmount")),
                until(asked, "expiredDate"),
                Json.text(asked.path("additionalInfo"), "billingCode"),
                false,
                null);
        if (!demands.add(demand)) {
            throw new Refused(409, "01", "Duplicate trxId");
        }
        return data(demand);
    }

    private ObjectNode accountStatus(JsonNode asked) {
        var demand = found(account(asked));
        var payment = demand.payment();
        if (payment == null || faults.is(BANK, BELUM)) {
            throw new Refused(404, "01", "Transaction Not Found");
        }
        var answer = data(demand);
        ((ObjectNode) answer.path("virtualAccountData"))
                .put("paymentFlagStatus", "00")
                .put("paymentRequestId", payment.id())
                .put("trxDateTime", TidingsSender.time(payment.at()))
                .set("paidAmount", TidingsSender.amount(demand.total()));
        return numbers(answer, payment);
    }

    private ObjectNode deleteAccount(JsonNode asked) {
        var demand = found(account(asked));
        if (!demands.delete(demand)) {
            throw new Refused(404, "14", "Paid Bill");
        }
        return data(demand);
    }

    private ObjectNode makeCode(JsonNode asked) {
        var number = Json.text(asked, "partnerReferenceNo");
        need(number.matches("\\w{1,64}"), "partnerReferenceNo");
        var total = amount(asked.path("amount"));
        var before = demands.find(number);
        if (before.isPresent() && before.get().total() != total) {
            throw new Refused(409, "01", "Duplicate partnerReferenceNo");
        }
        var demand = before.orElseGet(() -> newCode(asked, number, total));
        demands.add(demand);
        return Json.object()
                .put("referenceNo", demand.reference())
                .put("partnerReferenceNo", number)
                .put("qrContent", demand.content());
    }

    private Demand newCode(JsonNode asked, String number, long total) {
        var reference = Chance.reference();
        var bill = Json.text(asked.path("additionalInfo"), "billingCode");
        var content =
                QrisText.of(Json.text(asked, "merchantId"), Json.text(asked, "terminalId"), bill, reference, total);
        return new Demand(
                Demand.Kind.QRIS, number, reference, content, total, until(asked, "validityPeriod"), bill, false, null);
    }

    private ObjectNode codeStatus(JsonNode asked) {
        var demand = found(Json.text(asked, "originalPartnerReferenceNo"));
        var payment = demand.payment();
        var answer = Json.object()
                .put("originalPartnerReferenceNo", demand.number())
                .put("originalReferenceNo", demand.reference())
                .put("serviceCode", "47");
        if (payment == null || faults.is(BANK, BELUM)) {
            return answer.put("latestTransactionStatus", "01");
        }
        answer.put("latestTransactionStatus", "00").put("paidTime", TidingsSender.time(payment.at()));
        answer.set("amount", TidingsSender.amount(demand.total()));
        return numbers(answer, payment);
    }

    private Demand found(String number) {
        return demands.find(number).orElseThrow(() -> new Refused(404, "12", "Invalid Bill/Virtual Account"));
    }

    private static String account(JsonNode asked) {
        var prefix = Json.text(asked, "partnerServiceId");
        var number = Json.text(asked, "customerNo");
        need(prefix.equals(TidingsSender.PREFIX), "partnerServiceId");
        need(number.matches("\\d{1,20}"), "customerNo");
        need(Json.text(asked, "virtualAccountNo").equals(prefix + number), "virtualAccountNo");
        return number;
    }

    private static ObjectNode data(Demand demand) {
        var data = Json.object()
                .put("partnerServiceId", TidingsSender.PREFIX)
                .put("customerNo", demand.number())
                .put("virtualAccountNo", TidingsSender.PREFIX + demand.number());
        data.set("totalAmount", TidingsSender.amount(demand.total()));
        return (ObjectNode) Json.object().set("virtualAccountData", data);
    }

    private static ObjectNode numbers(ObjectNode answer, Demand.Payment payment) {
        answer.set("additionalInfo", Json.object().put("ntb", payment.ntb()).put("ntpn", payment.ntpn()));
        return answer;
    }

    private Instant until(JsonNode asked, String field) {
        try {
            var until = OffsetDateTime.parse(Json.text(asked, field)).toInstant();
            need(until.isAfter(clock.instant()), field);
            return until;
        } catch (DateTimeException _) {
            throw new Refused(400, "01", "Invalid Field Format {" + field + "}");
        }
    }

    private static long amount(JsonNode amount) {
        need(Json.text(amount, "value").matches("[1-9]\\d{0,12}\\.00"), "value");
        need(Json.text(amount, "currency").equals("IDR"), "currency");
        return Long.parseLong(Json.text(amount, "value").replace(".00", ""));
    }

    private static void need(boolean right, String field) {
        if (!right) {
            throw new Refused(400, "01", "Invalid Field Format {" + field + "}");
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String kind;

        Refused(int status, String kind, String message) {
            super(message, null, false, false);
            this.status = status;
            this.kind = kind;
        }

        Answer answer(String service) {
            return Answer.json(
                    status,
                    Json.object()
                            .put("responseCode", status + service + kind)
                            .put("responseMessage", String.valueOf(getMessage())));
        }
    }
}
