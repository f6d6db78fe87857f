package titian.outside;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agency asked the bank to collect, into an account or by a QRIS code, and the payment once there is one.
 *
 * @param number    the account's number, or the agency's reference of the code
 * @param reference the bank's own number
 * @param content   the code as a text
 */
record Demand(
        Kind kind,
        String number,
        String reference,
        String content,
        long total,
        Instant until,
        String billingCode,
        boolean deleted,
        @Nullable Payment payment)
        implements Notices.Paid {

    /** The two ways. */
    enum Kind {
        ACCOUNT,
        QRIS
    }

    /** What the bank wrote down. Whether the agency is told was decided at the moment of paying. */
    record Payment(String id, String ntb, String ntpn, Instant at, boolean noticeFollows) {}

    @Override
    public String key() {
        return number;
    }

    @Override
    public Instant paidAt() {
        return received().at();
    }

    Payment received() {
        return Objects.requireNonNull(payment);
    }

    Demand paid(Payment received) {
        return new Demand(kind, number, reference, content, total, until, billingCode, deleted, received);
    }

    Demand gone() {
        return new Demand(kind, number, reference, content, total, until, billingCode, true, payment);
    }
}
