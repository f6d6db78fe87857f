package titian.snap;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages as they may be written down. */
final class Masked {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What may be written down of a message; whatever else it holds may be about a person, or be a key. */
    private static final Set<String> WORTH_KEEPING = Set.of(
            "responseCode",
            "responseMessage",
            "grantType",
            "tokenType",
            "expiresIn",
            "partnerServiceId",
            "customerNo",
            "virtualAccountNo",
            "virtualAccountData",
            "virtualAccountTrxType",
            "trxId",
            "totalAmount",
            "paidAmount",
            "amount",
            "value",
            "currency",
            "expiredDate",
            "validityPeriod",
            "additionalInfo",
            "billingCode",
            "ntb",
            "ntpn",
            "inquiryRequestId",
            "paymentRequestId",
            "paymentFlagStatus",
            "trxDateTime",
            "paidTime",
            "partnerReferenceNo",
            "referenceNo",
            "originalPartnerReferenceNo",
            "originalReferenceNo",
            "serviceCode",
            "merchantId",
            "terminalId",
            "qrContent",
            "latestTransactionStatus");

    private Masked() {}

    /** A message as it may be written down; of one that makes no sense, only how long it was. */
    static String message(String text) {
        try {
            var message = JSON.readTree(text);
            if (!message.isObject()) {
                return "(" + text.length() + " characters)";
            }
            mask((ObjectNode) message);
            return JSON.writeValueAsString(message);
        } catch (JacksonException _) {
            return "(" + text.length() + " characters)";
        }
    }

    private static void mask(ObjectNode message) {
        for (var field : Set.copyOf(message.propertyNames())) {
            if (!WORTH_KEEPING.contains(field)) {
                message.put(field, "***");
            } else if (message.get(field) instanceof ObjectNode inner) {
                mask(inner);
            }
        }
    }
}
