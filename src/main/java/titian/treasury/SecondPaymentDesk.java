package titian.treasury;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import titian.payment.BillId;
import titian.payment.PaidBill;
import titian.payment.PaymentRecord;
import titian.shared.OfficeId;

/** Where one sees what was paid beyond the once, and waits for its payer to have it back: each payment by itself. */
@Service
class SecondPaymentDesk {

    private final SecondPayments seconds;
    private final RefundDesk refunds;
    private final PaymentRecord record;

    SecondPaymentDesk(SecondPayments seconds, RefundDesk refunds, PaymentRecord record) {
        this.seconds = seconds;
        this.refunds = refunds;
        this.record = record;
    }

    /**
     * Money that is its payer's to have back.
     *
     * @param number the treasury's, of the payment that is meant
     */
    record Second(PaidBill paid, String number) {

        @Override
        public String toString() {
            return "second payment of " + paid.bill();
        }
    }

    /** What was paid twice at this office and nobody has asked back. */
    List<Second> waiting(OfficeId office) {
        return seconds.waiting(office, RefundDesk.SHOWN).stream()
                .flatMap(one -> record.paid(one.bill()).map(paid -> second(paid, one.surplus())).stream())
                .toList();
    }

    /** Of a bill of this office, the payment to ask back next. */
    Optional<Second> next(BillId bill, OfficeId office) {
        return refunds.paid(bill, office)
                .map(paid -> second(paid, seconds.unasked(bill).orElse(null)));
    }

    /** The payment of it beyond the first that may be asked back next. */
    Optional<UUID> next(PaidBill paid) {
        return seconds.unasked(paid.bill());
    }

    private Second second(PaidBill paid, @Nullable UUID surplus) {
        var number = surplus == null ? Optional.<String>empty() : record.stateReceiptNumber(surplus);
        return new Second(paid, number.orElse(paid.received().stateReceiptNumber()));
    }
}
