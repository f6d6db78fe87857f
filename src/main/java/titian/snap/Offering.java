package titian.snap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.payment.BillId;
import titian.payment.OtherWay.Heard;
import titian.payment.PaymentDesk;
import titian.payment.Way;
import titian.snap.Errands.Again;

/** Has the bank offer what we owe payers, and take it back: questions and their writing down, never both at once. */
@Component
class Offering {

    /** What could not be taken back by then has ended by itself, and the bank's daily file tells of what was paid. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    private final Offers offers;
    private final Bank bank;
    private final PaymentDesk payment;
    private final Clock clock;

    Offering(Offers offers, Bank bank, PaymentDesk payment, Clock clock) {
        this.offers = offers;
        this.bank = bank;
        this.payment = payment;
        this.clock = clock;
    }

    /** Both ways are asked for, whatever becomes of the other; what failed is asked for again. */
    void offer(BillId bill) {
        var failed = offers.of(bill).stream()
                .filter(offer -> offer.state() == Offer.State.REQUESTED)
                .filter(offer -> clock.instant().isBefore(offer.until()))
                .map(this::open)
                .filter(outcome -> !outcome.isEmpty())
                .toList();
        if (!failed.isEmpty()) {
            throw new Again(String.join(" ", failed));
        }
    }

    private String open(Offer offer) {
        return switch (bank.open(offer)) {
            case Reply.Opened(var reference, var content) -> {
                offers.open(offer, reference, content);
                yield "";
            }
            case Reply.Nothing(var why) -> why;
            case Reply.Token _, Reply.Said _, Reply.Gone _ -> "GARBLED";
        };
    }

    /** Whatever turns out to have been paid meanwhile is told. */
    void takeBack(BillId bill) {
        var failed = offers.of(bill).stream()
                .filter(offer -> offer.reference() != null)
                .filter(offer -> clock.instant().isBefore(offer.until().plus(LONG_ENOUGH)))
                .filter(offer -> !isBack(offer))
                .map(Offer::way)
                .toList();
        if (!failed.isEmpty()) {
            throw new Again(failed.toString());
        }
    }

    /** A QRIS code cannot be taken back: it ends with the bill's time. */
    private boolean isBack(Offer offer) {
        if (offer.way() == Way.VIRTUAL_ACCOUNT && bank.delete(offer) instanceof Reply.Gone) {
            return true;
        }
        return switch (bank.inquire(offer)) {
            case Heard.Paid paid -> {
                payment.record(offer.bill(), paid);
                yield true;
            }
            case Heard.NotPaid _ -> offer.way() == Way.QRIS;
            case Heard.Unclear _ -> false;
        };
    }

    static List<Way> ways() {
        return List.of(Way.VIRTUAL_ACCOUNT, Way.QRIS);
    }
}
