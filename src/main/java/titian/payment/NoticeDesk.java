package titian.payment;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.Notice.Verdict;
import titian.platform.Tasks;

/**
 * Where notices of payment are received, whichever way was paid: each is kept once, and a new one is checked. A notice
 * is a hint (docs/adr/0020): whether it is true, only the answer to our own question says.
 */
@Service
public class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);

    /** What was made of a notice. */
    public enum Reception {
        KEPT,
        WRONG_AMOUNT,
        UNMATCHED
    }

    private final Ledger ledger;
    private final Notices notices;
    private final Tasks tasks;
    private final Clock clock;

    NoticeDesk(Ledger ledger, Notices notices, Tasks tasks, Clock clock) {
        this.ledger = ledger;
        this.notices = notices;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Receives what a bank says, in the caller's transaction.
     *
     * @param bill   the bill it is about; empty if it is none of ours
     * @param number under which it was paid there, as a virtual account's number
     */
    @Transactional
    public Reception receive(Optional<BillId> bill, Receipt receipt, String reference, String number, long amount) {
        var notice = new Notice(
                UUID.randomUUID(),
                receipt.way(),
                reference,
                number,
                receipt.bankTransactionNumber(),
                receipt.stateReceiptNumber(),
                amount);
        return keep(notice, bill.map(ledger::lock));
    }

    /** Receives what the biller says. */
    @Transactional
    Reception receive(Notice notice) {
        var held = ledger.hold(notice.number(), LedgerEntry.requested(notice.reference()));
        return keep(notice, held.map(LedgerEntry::bill));
    }

    private Reception keep(Notice notice, Optional<Bill> named) {
        var now = clock.instant();
        if (named.isEmpty()) {
            if (notices.add(notice, null, Verdict.UNMATCHED, now)) {
                LOG.warn("A notice names no bill of ours: {}", notice.id());
            }
            return Reception.UNMATCHED;
        }
        var bill = named.get();
        if (notice.total() != bill.amount().amount()) {
            if (notices.add(notice, bill.id(), Verdict.WRONG_AMOUNT, now)) {
                ledger.raise(Doubt.WRONG_AMOUNT, bill.id());
                LOG.warn("A notice names another amount than bill {}: an officer must look", bill.id());
            }
            return Reception.WRONG_AMOUNT;
        }
        if (notices.add(notice, bill.id(), Verdict.WAITING, now)) {
            ledger.raise(Doubt.NOTICED, bill.id());
            tasks.soon(CashDesk.CHECK_NOTICE, notice.id().toString(), new CashDesk.OneNotice(notice.id()));
        }
        return Reception.KEPT;
    }
}
