package titian.treasury;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import titian.payment.PaidBill;
import titian.payment.PaymentDesk;
import titian.payment.PaymentRecord;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.web.Papers;
import titian.web.Words;

/** Writes the receipts of bills, and says of a paper whether it is one of them. */
@Service
class ReceiptDesk {

    private final Receipts receipts;
    private final Refunds refunds;
    private final PaymentRecord record;
    private final PaymentDesk payments;
    private final Papers papers;
    private final String address;

    ReceiptDesk(
            Receipts receipts,
            Refunds refunds,
            PaymentRecord record,
            PaymentDesk payments,
            Papers papers,
            @Value("${titian.address}") String address) {
        this.receipts = receipts;
        this.refunds = refunds;
        this.record = record;
        this.payments = payments;
        this.papers = papers;
        this.address = address;
    }

    /** The receipt of an application's newest payment, for the account it belongs to. */
    Optional<BillReceipt> find(ApplicationId application, AccountId account) {
        return record.paid(application, account).flatMap(this::receipt);
    }

    /** The receipt a paper claims to be; empty if it is none of ours. */
    Optional<BillReceipt> find(ReceiptToken token) {
        return receipts.find(token).flatMap(record::paid).flatMap(this::receipt);
    }

    byte[] pdf(BillReceipt receipt, Words words) {
        return papers.pdf(
                "treasury/receipt", Map.of("receipt", receipt, "words", words, "mark", papers.picture("icon-192.png")));
    }

    private Optional<BillReceipt> receipt(PaidBill paid) {
        return receipts.token(paid.bill())
                .map(token -> new BillReceipt(
                        paid,
                        payments.lines(paid.bill()),
                        URI.create(address + "/bukti/" + token.value()),
                        wentBack(paid)));
    }

    private boolean wentBack(PaidBill paid) {
        return refunds.firstWentBack(paid.bill());
    }
}
