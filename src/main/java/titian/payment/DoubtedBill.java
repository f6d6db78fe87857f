package titian.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** A bill of which bank or biller named another amount than is owed: nothing is decided about it until somebody has looked. */
public record DoubtedBill(
        BillId bill, ApplicationId application, @Nullable String billingCode, Money owed, List<Told> told) {

    public DoubtedBill {
        told = List.copyOf(told);
    }

    /** What was said of it, under which code, and when. */
    public record Told(
            Money amount, String number, String bankTransactionNumber, String stateReceiptNumber, Instant at) {}
}
