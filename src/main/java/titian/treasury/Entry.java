package titian.treasury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.shared.AccountId;
import titian.shared.Money;
import titian.shared.OfficeId;

/**
 * Something that happened to money, booked once: amounts go from accounts to others.
 *
 * @param what    the kind of thing that happened, with {@code subject} the only one of its kind
 * @param day     the day it counts for
 * @param office  for which it counts, if it is not about a bill
 * @param officer who had it booked; nobody if it was the house itself
 */
record Entry(
        What what,
        String subject,
        @Nullable BillId bill,
        Instant at,
        LocalDate day,
        @Nullable OfficeId office,
        @Nullable AccountId officer,
        String why,
        List<Transfer> transfers) {

    /** What can happen to money. */
    enum What {
        BILL_OPENED,
        BILL_PAID,
        BILL_CLOSED,
        BILL_PAID_TWICE,
        /** An office took a fee at its counter. */
        TAKEN_AT_COUNTER,
        /** Bank or biller say otherwise, and a person decided that they are right. */
        CORRECTED,
        REFUND_ORDERED,
        REFUND_PAID
    }

    /** An amount that is debited to one account and credited to another; never nothing. */
    record Transfer(BookAccount debit, BookAccount credit, Money amount) {

        Transfer {
            if (debit == credit || amount.amount() == 0) {
                throw new IllegalArgumentException("a transfer moves something from one account to another");
            }
        }
    }

    Entry {
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("an entry moves something");
        }
        transfers = List.copyOf(transfers);
    }

    /** What the house books about a bill by itself. */
    static Entry of(What what, BillId bill, Instant at, LocalDate day, Transfer... transfers) {
        return new Entry(what, bill.toString(), bill, at, day, null, null, "", List.of(transfers));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PaymentDesk.TREASURY);
    }
}
