package titian.snap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.payment.BillId;
import titian.payment.Way;

/**
 * That a bill can be paid through the bank one way.
 *
 * @param number    the account's number behind our prefix, or our reference of the QRIS code: ours to choose, once
 * @param reference the bank's own number for it, when it has answered
 * @param content   the text of the QRIS code
 */
record Offer(
        BillId bill,
        Way way,
        String number,
        State state,
        long amount,
        String billingCode,
        Instant until,
        @Nullable String reference,
        @Nullable String content) {

    /** How far an offer has come. */
    enum State {
        /** The bank has been asked for it, or will be. */
        REQUESTED,
        /** The payer can be shown it. */
        OPEN,
        /** Nobody should pay this way any more. */
        WITHDRAWN
    }
}
