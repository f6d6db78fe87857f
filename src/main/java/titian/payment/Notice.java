package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the biller or a bank told us unasked: this was paid. A hint until they confirm it (docs/adr/0020).
 *
 * @param reference what we call it there
 * @param number    the billing code or account that was paid
 */
record Notice(
        UUID id,
        Way way,
        String reference,
        String number,
        String bankTransactionNumber,
        String stateReceiptNumber,
        long total) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TRX_ID = Pattern.compile("[0-9A-Za-z._-]{1,50}");
    private static final Pattern CODE = Pattern.compile("\\d{15}");
    private static final Pattern BANK_NUMBER = Pattern.compile("[0-9A-Za-z]{1,20}");
    private static final Pattern STATE_NUMBER = Pattern.compile("[0-9A-Za-z]{16}");
    private static final Pattern TOTAL = Pattern.compile("[1-9]\\d{0,14}");

    /** What became of a notice. */
    enum Verdict {
        WAITING,
        CONFIRMED,
        WRONG_AMOUNT,
        UNMATCHED,
        CONTRADICTED,
        /** A treasurer has looked, and the bill was asked about again. */
        SET_ASIDE
    }

    /** A notice as it is kept. */
    record Kept(Notice notice, @Nullable BillId bill, Verdict verdict) {}

    /** Reads what was sent, in UTF-8 and no other charset; empty if it is not a notice. */
    static Optional<Notice> read(byte[] body) {
        try {
            var sent = JSON.readTree(new String(body, UTF_8));
            var notice = new String[] {"trx_id_KL", "kode_billing", "ntb", "ntpn", "total"};
            for (int i = 0; i < notice.length; i++) {
                notice[i] = sent.path(notice[i]).asString("");
            }
            var sensible = TRX_ID.matcher(notice[0]).matches()
                    && CODE.matcher(notice[1]).matches()
                    && BANK_NUMBER.matcher(notice[2]).matches()
                    && STATE_NUMBER.matcher(notice[3]).matches()
                    && TOTAL.matcher(notice[4]).matches();
            return sensible
                    ? Optional.of(new Notice(
                            UUID.randomUUID(),
                            Way.BILLING_CODE,
                            notice[0],
                            notice[1],
                            notice[2],
                            notice[3],
                            Long.parseLong(notice[4])))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
