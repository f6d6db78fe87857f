package titian.payment;

import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;

/** A bill that was paid, with all a receipt says. It prints without giving the payer away. */
public record PaidBill(
        BillId bill,
        ApplicationId application,
        AccountId account,
        String payer,
        String nameInIndonesian,
        String nameInEnglish,
        String legalBasis,
        Money amount,
        BillMoved.Received received,
        boolean late) {

    @Override
    public String toString() {
        return "paid bill " + bill;
    }
}
