package titian.snap;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.BillIssued;
import titian.payment.BillMoved;
import titian.payment.PaymentDesk;
import titian.payment.Way;
import titian.platform.Tasks;
import titian.snap.Errands.OneBill;

/** Where a bill that can be paid is offered at the bank as well, and one that need not be paid any more is not. */
@Service
class OfferDesk {

    private final Offers offers;
    private final BankAccess access;
    private final PaymentDesk payment;
    private final Tasks tasks;
    private final Clock clock;

    OfferDesk(Offers offers, BankAccess access, PaymentDesk payment, Tasks tasks, Clock clock) {
        this.offers = offers;
        this.access = access;
        this.payment = payment;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** In the transaction that stores the code: the bank passes the money on under it. */
    @EventListener
    @Transactional
    void on(BillIssued issued) {
        if (access.isSet()) {
            var bill = payment.find(new BillId(issued.bill())).orElseThrow();
            Offering.ways().forEach(way -> offers.add(offer(bill, way), clock.instant()));
            tasks.soon(Errands.OFFER_BILL, bill.id().toString(), new OneBill(issued.bill()));
        }
    }

    @EventListener
    @Transactional
    void on(BillMoved moved) {
        switch (moved) {
            case BillMoved.Opened _ -> {}
            case BillMoved.Paid paid -> withdraw(paid.bill());
            case BillMoved.Closed closed -> withdraw(closed.bill());
        }
    }

    private void withdraw(BillId bill) {
        if (offers.withdraw(bill)) {
            tasks.soon(Errands.WITHDRAW_OFFERS, bill.toString(), new OneBill(bill.value()));
        }
    }

    /** An account's number is the billing code behind our prefix; a QRIS code goes by a reference of its own. */
    private static Offer offer(Bill bill, Way way) {
        var code = String.valueOf(bill.billingCode());
        var number =
                way == Way.VIRTUAL_ACCOUNT ? code : UUID.randomUUID().toString().replace("-", "");
        return new Offer(
                bill.id(), way, number, Offer.State.REQUESTED, bill.amount().amount(), code, bill.payBy(), null, null);
    }
}
