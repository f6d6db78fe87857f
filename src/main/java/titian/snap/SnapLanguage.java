package titian.snap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import titian.payment.OtherWay.Heard;
import titian.payment.Receipt;
import titian.payment.Way;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The language of SNAP BI: JSON, amounts with two decimals, times with their offset, and answers whose code is the HTTP
 * status, the service and the case. NTB and NTPN come in {@code additionalInfo}, as we ask of a collecting bank.
 */
final class SnapLanguage {

    static final String TOKEN = "/v1.0/access-token/b2b";
    static final String CREATE_ACCOUNT = "/v1.0/transfer-va/create-va";
    static final String ACCOUNT_STATUS = "/v1.0/transfer-va/status";
    static final String DELETE_ACCOUNT = "/v1.0/transfer-va/delete-va";
    static final String MAKE_CODE = "/v1.0/qr/qr-mpm-generate";
    static final String CODE_STATUS = "/v1.0/qr/qr-mpm-query";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final Pattern AMOUNT = Pattern.compile("([1-9]\\d{0,12})\\.00");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{1,20}");
    private static final Pattern STATE_NUMBER = Pattern.compile("[0-9A-Za-z]{16}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private SnapLanguage() {}

    static String time(Instant at) {
        return TIME.format(at.atZone(JAKARTA));
    }

    static Optional<Instant> time(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String askForToken() {
        return JSON.writeValueAsString(Map.of("grantType", "client_credentials"));
    }

    /** Asks for an account that takes exactly the bill's amount until the bill's time is up. It names nobody. */
    static String createAccount(Offer offer, BankAccess access) {
        var asked = account(offer, access);
        asked.put("virtualAccountName", "PNBP PASPOR");
        asked.put("trxId", reference(offer));
        asked.set("totalAmount", amount(offer.amount()));
        asked.put("virtualAccountTrxType", "C");
        asked.put("expiredDate", time(offer.until()));
        asked.putObject("additionalInfo").put("billingCode", offer.billingCode());
        return JSON.writeValueAsString(asked);
    }

    static String accountStatus(Offer offer, BankAccess access, String requestId) {
        return JSON.writeValueAsString(account(offer, access).put("inquiryRequestId", requestId));
    }

    static String deleteAccount(Offer offer, BankAccess access) {
        return JSON.writeValueAsString(account(offer, access).put("trxId", reference(offer)));
    }

    private static ObjectNode account(Offer offer, BankAccess access) {
        return JSON.createObjectNode()
                .put("partnerServiceId", access.prefix())
                .put("customerNo", offer.number())
                .put("virtualAccountNo", access.prefix() + offer.number());
    }

    static String makeCode(Offer offer, BankAccess access) {
        var asked = JSON.createObjectNode().put("partnerReferenceNo", offer.number());
        asked.set("amount", amount(offer.amount()));
        asked.put("merchantId", access.merchant())
                .put("terminalId", access.terminal())
                .put("validityPeriod", time(offer.until()));
        asked.putObject("additionalInfo").put("billingCode", offer.billingCode());
        return JSON.writeValueAsString(asked);
    }

    static String codeStatus(Offer offer, BankAccess access) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("originalPartnerReferenceNo", offer.number())
                .put("originalReferenceNo", String.valueOf(offer.reference()))
                .put("serviceCode", "47")
                .put("merchantId", access.merchant()));
    }

    private static ObjectNode amount(long rupiah) {
        return JSON.createObjectNode().put("value", rupiah + ".00").put("currency", "IDR");
    }

    private static String reference(Offer offer) {
        return offer.bill().toString().replace("-", "");
    }

    static Reply readToken(String text, Instant now) {
        return read(text, answer -> switch (code(answer)) {
            case "2007300" -> {
                var token = answer.path("accessToken").asString("");
                var seconds = answer.path("expiresIn").asString("");
                yield token.isEmpty() || !seconds.matches("\\d{1,6}")
                        ? garbled()
                        : new Reply.Token(token, now.plus(Long.parseLong(seconds), ChronoUnit.SECONDS));
            }
            default -> refused(answer);
        });
    }

    /** An account that is there already was asked for before, by a question whose answer we did not hear. */
    static Reply readAccount(String text, Offer offer) {
        return read(text, answer -> switch (code(answer)) {
            case "2002700", "4092701" -> new Reply.Opened(reference(offer), "");
            default -> refused(answer);
        });
    }

    /** A QRIS code of another amount, or one that is damaged, is no use. */
    static Reply readCode(String text, Offer offer) {
        return read(text, answer -> switch (code(answer)) {
            case "2004700" -> {
                var content = answer.path("qrContent").asString("");
                var reference = answer.path("referenceNo").asString("");
                var right = REFERENCE.matcher(reference).matches()
                        && Qris.read(content)
                                .filter(qris -> qris.asksFor(offer.amount()))
                                .isPresent();
                yield right ? new Reply.Opened(reference, content) : garbled();
            }
            default -> refused(answer);
        });
    }

    static Reply readAccountStatus(String text, BankAccess access) {
        return read(text, answer -> switch (code(answer)) {
            case "2002600" -> {
                var data = answer.path("virtualAccountData");
                yield data.path("paymentFlagStatus").asString("").equals("00")
                        ? paid(answer, data.path("paidAmount"), data.path("trxDateTime"), Way.VIRTUAL_ACCOUNT, access)
                        : new Reply.Said(new Heard.Unclear());
            }
            case "4042601", "4042612" -> new Reply.Said(new Heard.NotPaid());
            default -> refused(answer);
        });
    }

    static Reply readCodeStatus(String text, BankAccess access) {
        return read(text, answer -> switch (code(answer)) {
            case "2005100" ->
                switch (answer.path("latestTransactionStatus").asString("")) {
                    case "00" -> paid(answer, answer.path("amount"), answer.path("paidTime"), Way.QRIS, access);
                    case "01", "04", "05", "06", "07", "08", "09" -> new Reply.Said(new Heard.NotPaid());
                    default -> new Reply.Said(new Heard.Unclear());
                };
            case "4045101" -> new Reply.Said(new Heard.NotPaid());
            default -> refused(answer);
        });
    }

    /** What cannot be deleted because it was paid is told apart: somebody's money is there. */
    static Reply readDeleted(String text) {
        return read(text, answer -> switch (code(answer)) {
            case "2003100", "4043112" -> new Reply.Gone();
            case "4043114" -> new Reply.Said(new Heard.Unclear());
            default -> refused(answer);
        });
    }

    private static Reply paid(JsonNode answer, JsonNode amount, JsonNode at, Way way, BankAccess access) {
        return receipt(answer, at, way, access)
                .flatMap(receipt -> rupiah(amount).map(rupiah -> new Heard.Paid(receipt, rupiah)))
                .<Reply>map(Reply.Said::new)
                .orElseGet(SnapLanguage::garbled);
    }

    /** A payment as bank and treasury number it; empty if anything of it is missing. */
    static Optional<Receipt> receipt(JsonNode said, JsonNode at, Way way, BankAccess access) {
        var bankNumber = said.path("additionalInfo").path("ntb").asString("");
        var stateNumber = said.path("additionalInfo").path("ntpn").asString("");
        if (!NUMBER.matcher(bankNumber).matches()
                || !STATE_NUMBER.matcher(stateNumber).matches()) {
            return Optional.empty();
        }
        return time(at.asString(""))
                .map(moment -> new Receipt(way, bankNumber, stateNumber, moment, access.code(), channel(way)));
    }

    /** Whole rupiah, written with two decimals that are nought. */
    static Optional<Long> rupiah(JsonNode amount) {
        var value = AMOUNT.matcher(amount.path("value").asString(""));
        return value.matches() && amount.path("currency").asString("").equals("IDR")
                ? Optional.of(Long.valueOf(value.group(1)))
                : Optional.empty();
    }

    /** As the treasury numbers the channels. */
    private static String channel(Way way) {
        return switch (way) {
            case VIRTUAL_ACCOUNT -> "8013";
            case QRIS -> "8011";
            case BILLING_CODE -> throw new IllegalArgumentException("a billing code is not paid through SNAP");
        };
    }

    static String code(JsonNode answer) {
        return answer.path("responseCode").asString("");
    }

    private static Reply refused(JsonNode answer) {
        var code = code(answer);
        return code.matches("\\d{7}") ? new Reply.Nothing("REFUSED_" + code) : garbled();
    }

    private static Reply garbled() {
        return new Reply.Nothing("GARBLED");
    }

    private static Reply read(String text, Function<JsonNode, Reply> reading) {
        try {
            return reading.apply(JSON.readTree(text));
        } catch (JacksonException _) {
            return garbled();
        }
    }
}
