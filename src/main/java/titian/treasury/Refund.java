package titian.treasury;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.payment.BillId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;

/**
 * Money somebody paid and asks back. It prints without saying to whom it goes.
 *
 * @param bill     by which it was paid; nothing if it was taken at a counter
 * @param surplus  the payment of that bill beyond the first, if it is such a one
 * @param account  whose it is
 * @param said     what was written about it
 * @param askedBy  the person themselves, or the officer who asked for them
 */
public record Refund(
        UUID id,
        @Nullable BillId bill,
        @Nullable UUID surplus,
        ApplicationId application,
        AccountId account,
        OfficeId office,
        Money amount,
        Ground ground,
        String said,
        Destination destination,
        AccountId askedBy,
        Instant askedAt,
        RefundState state) {

    /** Why money is asked back. */
    public enum Ground {
        PAID_TWICE,
        WRONG_PAYMENT,
        OFFICE_COULD_NOT_SERVE,
        OTHER
    }

    /** The bank account the money goes to. It prints without saying whose. */
    public record Destination(String bank, String number, String holder) {

        static final Pattern NUMBER = Pattern.compile("\\d{5,20}");

        @Override
        public String toString() {
            return "an account";
        }
    }

    @Override
    public String toString() {
        return "refund " + id + " " + state.word();
    }
}
