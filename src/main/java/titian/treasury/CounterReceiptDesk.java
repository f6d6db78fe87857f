package titian.treasury;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.counterfee.CounterFee;
import titian.counterfee.CounterFeeDesk;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.web.Papers;
import titian.web.Words;

/** Writes the receipts of fees taken at counters, and says of a paper whether it is one of them. */
@Service
class CounterReceiptDesk {

    private final CounterReceipts receipts;
    private final CounterFeeDesk fees;
    private final Refunds refunds;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final Papers papers;
    private final String address;

    CounterReceiptDesk(
            CounterReceipts receipts,
            CounterFeeDesk fees,
            Refunds refunds,
            ApplicationDesk applications,
            OfficeDesk offices,
            Papers papers,
            @Value("${titian.address}") String address) {
        this.receipts = receipts;
        this.fees = fees;
        this.refunds = refunds;
        this.applications = applications;
        this.offices = offices;
        this.papers = papers;
        this.address = address;
    }

    /** The receipt of an application's fee, for the account it belongs to. */
    Optional<CounterReceipt> find(ApplicationId application, AccountId account) {
        return applications
                .summary(application)
                .filter(about -> about.account().equals(account))
                .flatMap(_ -> fees.find(application))
                .flatMap(this::find);
    }

    /** The receipt of a fee; empty as long as it is owed. */
    Optional<CounterReceipt> find(CounterFee fee) {
        return receipts.find(fee.application()).flatMap(kept -> receipt(fee, kept));
    }

    /** The receipt a paper claims to be; empty if it is none of ours. */
    Optional<CounterReceipt> find(ReceiptToken token) {
        return receipts.find(token).flatMap(fees::find).flatMap(this::find);
    }

    byte[] pdf(CounterReceipt receipt, Words words) {
        return papers.pdf(
                "treasury/counterreceipt",
                Map.of("receipt", receipt, "words", words, "mark", papers.picture("icon-192.png")));
    }

    private Optional<CounterReceipt> receipt(CounterFee fee, CounterReceipts.Kept kept) {
        var payer = applications
                .summary(fee.application())
                .map(Summary::applicantName)
                .orElse("");
        return offices.find(fee.office())
                .map(office -> new CounterReceipt(
                        fee,
                        kept.number(),
                        kept.takenAt(),
                        payer,
                        office,
                        URI.create(address + "/bukti/" + kept.token().value()),
                        wentBack(fee)));
    }

    private boolean wentBack(CounterFee fee) {
        return refunds.taken(fee.application())
                .filter(refund -> refund.state().wentBack())
                .isPresent();
    }
}
