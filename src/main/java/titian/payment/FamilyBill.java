package titian.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.Money;

/**
 * One code for the bills of several people, each of which keeps its own record. It prints without giving anybody away.
 *
 * @param leading under which bank and biller know what is paid
 * @param code    comes from the biller a moment later
 * @param payBy   the first moment at which one of the bills ends
 */
record FamilyBill(
        UUID id, BillId leading, Money amount, @Nullable String code, Instant payBy, List<Share> shares) {

    /** A person's part of it: their bill. */
    record Share(
            BillId bill,
            ApplicationId application,
            String payer,
            String nameInIndonesian,
            String nameInEnglish,
            Money amount,
            BillState state) {

        @Override
        public String toString() {
            return "share " + bill;
        }
    }

    FamilyBill {
        shares = List.copyOf(shares);
    }

    /** Whether all of it is still owed, so that its code is worth showing. */
    boolean isOwed(Instant now) {
        return now.isBefore(payBy) && shares.stream().allMatch(share -> share.state() == BillState.OPEN);
    }

    boolean isOf(List<BillId> bills) {
        return shares.size() == bills.size()
                && shares.stream().map(Share::bill).toList().containsAll(bills);
    }

    /** As the biller knows it: its request is made like a bill's. */
    BillId asked() {
        return new BillId(id);
    }

    @Override
    public String toString() {
        return "family bill " + id;
    }
}
