package titian.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.Money;

/**
 * What one application owes. The billing code comes from the biller a moment after the bill; NTB and NTPN come with
 * the payment.
 */
public record Bill(
        BillId id,
        ApplicationId application,
        String description,
        Money amount,
        BillState state,
        @Nullable String billingCode,
        Instant payBy,
        @Nullable Payment payment) {

    /** Whether whoever owed it paid by the clock they were told, whenever we heard of it. */
    public boolean isPaidInTime() {
        return payment != null && !payment.at().isAfter(payBy);
    }

    /** The payment as the bank and the treasury number it. */
    public record Payment(String bankTransactionNumber, String stateReceiptNumber, Instant at) {}
}
