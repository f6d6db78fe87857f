package titian.snap;

import java.util.Optional;
import titian.payment.BillId;
import titian.payment.OtherWay;
import titian.payment.Way;

/** One of the bank's ways to pay, as payments know it. */
class BankWay implements OtherWay {

    private final Way way;
    private final Offers offers;
    private final Bank bank;
    private final BankAccess access;

    BankWay(Way way, Offers offers, Bank bank, BankAccess access) {
        this.way = way;
        this.offers = offers;
        this.bank = bank;
        this.access = access;
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public Optional<Payable> payable(BillId bill) {
        return offers.find(bill, way)
                .filter(offer -> offer.state() == Offer.State.OPEN)
                .map(this::shown);
    }

    private Payable shown(Offer offer) {
        return switch (way) {
            case VIRTUAL_ACCOUNT ->
                new Payable.VirtualAccount(access.name(), access.prefix().strip() + offer.number());
            case QRIS -> new Payable.Qris(String.valueOf(offer.content()));
            case BILLING_CODE -> throw new IllegalStateException("the billing code is the biller's");
        };
    }

    /** What was taken back may have been paid before that. */
    @Override
    public Heard ask(BillId bill) {
        return offers.find(bill, way)
                .filter(offer -> offer.reference() != null)
                .map(bank::inquire)
                .orElseGet(Heard.NotPaid::new);
    }
}
