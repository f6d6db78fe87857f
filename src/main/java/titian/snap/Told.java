package titian.snap;

import java.util.Optional;
import titian.payment.Receipt;
import titian.payment.Way;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the bank told us unasked: this was paid.
 *
 * @param number    the account's number behind our prefix, or our reference of the QRIS code
 * @param reference the bank's number for what happened
 */
record Told(Receipt receipt, String number, String reference, long amount) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PAID = "00";

    /** Reads a notice; empty if it does not say that something was paid. */
    static Optional<Told> read(Way way, String body, BankAccess access) {
        try {
            var said = JSON.readTree(body);
            return switch (way) {
                case VIRTUAL_ACCOUNT -> account(said, access);
                case QRIS -> code(said, access);
                case BILLING_CODE -> Optional.empty();
            };
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Told> account(JsonNode said, BankAccess access) {
        var number = text(said, "customerNo");
        var whole = access.prefix() + number;
        if (!text(said, "partnerServiceId").equals(access.prefix())
                || !text(said, "virtualAccountNo").equals(whole)) {
            return Optional.empty();
        }
        return told(said, said.path("paidAmount"), said.path("trxDateTime"), Way.VIRTUAL_ACCOUNT, access)
                .map(told -> told.named(number, text(said, "paymentRequestId")))
                .filter(Told::isWhole);
    }

    private static Optional<Told> code(JsonNode said, BankAccess access) {
        if (!text(said, "latestTransactionStatus").equals(PAID)) {
            return Optional.empty();
        }
        return told(said, said.path("amount"), said.path("additionalInfo").path("paidTime"), Way.QRIS, access)
                .map(told -> told.named(text(said, "originalPartnerReferenceNo"), text(said, "originalReferenceNo")))
                .filter(Told::isWhole);
    }

    private static Optional<Told> told(JsonNode said, JsonNode amount, JsonNode at, Way way, BankAccess access) {
        return SnapLanguage.receipt(said, at, way, access)
                .flatMap(receipt -> SnapLanguage.rupiah(amount).map(rupiah -> new Told(receipt, "", "", rupiah)));
    }

    private Told named(String number, String reference) {
        return new Told(receipt, number, reference, amount);
    }

    private boolean isWhole() {
        return number.matches("[0-9A-Za-z]{1,64}") && reference.matches("[0-9A-Za-z_-]{1,128}");
    }

    private static String text(JsonNode said, String name) {
        return said.path(name).asString("");
    }
}
