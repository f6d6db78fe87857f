package titian.treasury;

import java.time.LocalDate;
import titian.payment.BillId;

/** A payment as it stands in the books, with the numbers by which others name it; in whole units of its currency. */
public record Booked(
        BillId bill,
        String billingCode,
        String stateReceiptNumber,
        String bankTransactionNumber,
        long amount,
        LocalDate day) {}
