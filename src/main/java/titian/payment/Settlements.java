package titian.payment;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import titian.payment.Notice.Verdict;
import titian.payment.PaymentDesk.Settlement;

/** Asks the biller, then has the answer written down: never both at once, so no lock waits for the world outside. */
@Component
class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private static final int A_FEW = 50;

    private final Ledger ledger;
    private final Notices notices;
    private final Biller biller;
    private final CashDesk cash;
    private final Clock clock;

    Settlements(Ledger ledger, Notices notices, Biller biller, CashDesk cash, Clock clock) {
        this.ledger = ledger;
        this.notices = notices;
        this.biller = biller;
        this.cash = cash;
        this.clock = clock;
    }

    /** Whether the bill was paid, as far as can be known now. */
    Settlement settle(BillId id) {
        var entry = ledger.find(id).orElseThrow(() -> new IllegalStateException("no bill " + id));
        return switch (entry.bill().state()) {
            case PAID -> Settlement.PAID;
            case CLOSED -> Settlement.UNPAID;
            case REQUESTED -> entry.doubt() == null ? Settlement.UNPAID : Settlement.UNCLEAR;
            case OPEN -> entry.doubt() == Doubt.WRONG_AMOUNT ? Settlement.UNCLEAR : ask(entry);
        };
    }

    /** Asks about the bills whose turn it is, closed ones too: a notice may get lost, a payment may be on its way. */
    void askAround() {
        for (var id : ledger.takeThoseToAskAbout(clock.instant(), A_FEW)) {
            ledger.find(id)
                    .filter(entry -> entry.bill().state() != BillState.PAID)
                    .ifPresent(this::ask);
        }
    }

    private Settlement ask(LedgerEntry entry) {
        var bill = entry.bill();
        var code = code(bill);
        return switch (biller.inquire(bill.id(), code)) {
            case Said.Paid(var receipt) -> record(bill, code, receipt) ? Settlement.PAID : Settlement.UNCLEAR;
            case Said.NotPaid _ -> entry.doubt() == null ? Settlement.UNPAID : Settlement.UNCLEAR;
            case Said.Code _, Said.Nothing _ -> Settlement.UNCLEAR;
        };
    }

    /**
     * Finds out whether a notice is true.
     *
     * @return whether that is decided; if not, ask again later
     */
    boolean check(UUID notice) {
        var kept = notices.find(notice).orElseThrow();
        var id = kept.bill();
        if (id == null || kept.verdict() != Verdict.WAITING) {
            return true;
        }
        var bill = ledger.find(id).orElseThrow().bill();
        var code = kept.notice().billingCode();
        return switch (biller.inquire(id, code)) {
            case Said.Paid(var receipt) -> {
                record(bill, code, receipt);
                yield true;
            }
            case Said.NotPaid _ -> !cash.notYet(notice, id);
            case Said.Code _, Said.Nothing _ -> false;
        };
    }

    /** A receipt that stands for another bill already is not this bill's: somebody must look. */
    private boolean record(Bill bill, String code, Receipt receipt) {
        try {
            return cash.paid(bill, code, receipt);
        } catch (DuplicateKeyException _) {
            LOG.error("The receipt for bill {} is already another bill's: an officer must look", bill.id());
            return false;
        }
    }

    private static String code(Bill bill) {
        var code = bill.billingCode();
        if (code == null) {
            throw new IllegalStateException("bill " + bill.id() + " cannot be asked about without a code");
        }
        return code;
    }
}
