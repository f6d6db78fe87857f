package titian.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.Money;

/**
 * A notice of payment that pays nothing and puts no bill in doubt: somebody must find out what it was about.
 *
 * @param number the billing code or account it says was paid
 * @param bill   the bill it named; nothing if it is none of ours
 * @param times  how often it came
 */
public record StrayNotice(
        UUID id,
        Why why,
        Money amount,
        String number,
        String bankTransactionNumber,
        String stateReceiptNumber,
        @Nullable BillId bill,
        int times,
        Instant at) {

    /** Why it is left over. */
    public enum Why {
        /** It names no bill of ours. */
        UNMATCHED,
        /** The biller was asked often enough and knows of no such payment. */
        CONTRADICTED,
        /** It names another amount or code than the bill's, which was paid or closed otherwise. */
        MISFIT,
        /** Somebody has looked. */
        SET_ASIDE
    }
}
