package titian.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** A bill came a step further. Announced inside the transaction that moves it, for whoever keeps books about it. */
public sealed interface BillMoved {

    BillId bill();

    ApplicationId application();

    Money amount();

    Instant at();

    /** Somebody owes. */
    record Opened(BillId bill, ApplicationId application, Money amount, Instant at) implements BillMoved {}

    /**
     * The money is there; if late, the bill had been closed.
     *
     * @param family what a family paid at once, if this is a share of that
     */
    record Paid(
            BillId bill,
            ApplicationId application,
            Money amount,
            Instant at,
            Received received,
            boolean late,
            @Nullable Family family)
            implements BillMoved {}

    /** Nobody paid in time, and nobody owes any more. */
    record Closed(BillId bill, ApplicationId application, Money amount, Instant at) implements BillMoved {}

    /**
     * One payment for the bills of several people.
     *
     * @param leading the bill under which it is known
     * @param whole   what was paid in all
     */
    record Family(BillId leading, Money whole) {}

    /** Money received, as bank and treasury number it. */
    record Received(
            String billingCode,
            String bankTransactionNumber,
            String stateReceiptNumber,
            String bank,
            String channel,
            Instant paidAt) {}
}
