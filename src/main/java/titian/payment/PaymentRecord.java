package titian.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What was billed and paid, for those who keep the books and write the receipts. It changes nothing. */
@Service
public class PaymentRecord {

    private final PaidBills bills;
    private final Surplus surplus;

    PaymentRecord(PaidBills bills, Surplus surplus) {
        this.bills = bills;
        this.surplus = surplus;
    }

    /** The bill with its payment; empty as long as it is unpaid. */
    public Optional<PaidBill> paid(BillId bill) {
        return bills.find(bill);
    }

    /** The newest bill that was paid for an application, for the account it belongs to. */
    public Optional<PaidBill> paid(ApplicationId application, AccountId account) {
        return paidFor(application, account).stream().findFirst();
    }

    /** All bills that were paid for an application, the newest first: one, unless an earlier one was paid as well. */
    public List<PaidBill> paidFor(ApplicationId application, AccountId account) {
        return bills.of(application, account);
    }

    /**
     * The bills that were paid under the treasury's number for it, the first time or once more: one, or those of a family
     * that paid at once.
     */
    public List<PaidBill> paid(String stateReceiptNumber) {
        return bills.named(stateReceiptNumber);
    }

    /** The payment of a bill beyond the first that has this number of the treasury's. */
    public Optional<UUID> surplus(BillId bill, String stateReceiptNumber) {
        return surplus.named(bill, stateReceiptNumber);
    }

    /** The treasury's number of a payment beyond the first. */
    public Optional<String> stateReceiptNumber(UUID beyond) {
        return surplus.stateReceiptNumber(beyond);
    }

    /** What bank and treasury say of a payment beyond the first. */
    public Optional<BillMoved.Received> beyond(UUID beyond) {
        return surplus.received(beyond);
    }

    /** The bills after this one, in the order of their ids, at most so many: the whole record in pieces. */
    public List<BillStanding> standing(UUID after, int most) {
        return bills.standing(after, most);
    }
}
