package titian.snap;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.NoticeDesk;

/** Where what the bank tells us is received: the message's id and what it says are kept together, or neither. */
@Service
class ToldDesk {

    private final Arrivals arrivals;
    private final Offers offers;
    private final NoticeDesk notices;
    private final Exchanges exchanges;

    ToldDesk(Arrivals arrivals, Offers offers, NoticeDesk notices, Exchanges exchanges) {
        this.arrivals = arrivals;
        this.offers = offers;
        this.notices = notices;
        this.exchanges = exchanges;
    }

    /** Receives a message that was let in; one whose id was used today says nothing. */
    @Transactional
    Verdict receive(Knock knock, Optional<Told> told, String service) {
        var isNew = arrivals.add(
                knock.externalId(), SnapLanguage.time(knock.timestamp()).orElseThrow());
        var offer = told.flatMap(said -> offers.numbered(said.receipt().way(), said.number()));
        var bill = offer.map(Offer::bill);
        Verdict verdict;
        if (!isNew) {
            verdict = new Verdict(409, service, "00", "Conflict");
        } else if (told.isEmpty()) {
            verdict = new Verdict(400, service, "01", "Invalid Field Format");
        } else {
            var said = told.get();
            verdict = switch (notices.receive(bill, said.receipt(), said.reference(), said.number(), said.amount())) {
                case KEPT -> Verdict.successful(service);
                case WRONG_AMOUNT -> new Verdict(404, service, "13", "Invalid Amount");
                case UNMATCHED -> new Verdict(404, service, "12", "Invalid Bill/Virtual Account");
            };
        }
        exchanges.told(
                knock.path(),
                bill.orElse(null),
                Masked.message(knock.body()),
                verdict.status(),
                verdict.body(),
                verdict.code());
        return verdict;
    }
}
