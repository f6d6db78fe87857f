package titian.payment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import titian.payment.Notice.Verdict;
import titian.payment.OtherWay.Heard;
import titian.payment.PaymentDesk.Settlement;
import titian.simponi.Biller;
import titian.simponi.Said;

/**
 * Asks the biller and banks, then has the answer written down: never both at once, so no lock waits for the world
 * outside.
 */
@Component
class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private static final int A_FEW = 50;

    private final Ledger ledger;
    private final Notices notices;
    private final Biller biller;
    private final OtherWays others;
    private final CashDesk cash;
    private final FamilyBills families;
    private final FamilyDesk familyDesk;
    private final Clock clock;

    Settlements(
            Ledger ledger,
            Notices notices,
            Biller biller,
            OtherWays others,
            CashDesk cash,
            FamilyBills families,
            FamilyDesk familyDesk,
            Clock clock) {
        this.ledger = ledger;
        this.notices = notices;
        this.biller = biller;
        this.others = others;
        this.cash = cash;
        this.families = families;
        this.familyDesk = familyDesk;
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
                    .ifPresent(this::askInTurn);
        }
    }

    private void askInTurn(LedgerEntry entry) {
        if (ask(entry) == Settlement.UNPAID && entry.bill().state() == BillState.CLOSED) {
            ledger.askNoMore(entry.bill().id());
        }
    }

    /** One that says yes is enough; no means no only if everyone says it. */
    private Settlement ask(LedgerEntry entry) {
        var bill = entry.bill();
        var code = code(bill);
        var said = inquire(bill.id(), code);
        if (said instanceof Said.Paid(var receipt)) {
            return record(bill, code, Receipt.of(receipt));
        }
        var family = askFamilies(bill);
        if (family == Settlement.PAID) {
            return family;
        }
        return switch (others.askAll(bill.id())) {
            case Heard.Paid(var receipt, var amount) -> recordIfWhole(bill, code, receipt, amount);
            case Heard.Unclear _ -> Settlement.UNCLEAR;
            case Heard.NotPaid _ ->
                said instanceof Said.NotPaid && family == Settlement.UNPAID && entry.doubt() == null
                        ? Settlement.UNPAID
                        : Settlement.UNCLEAR;
        };
    }

    /** Asks about the codes by which the bill may have been paid together with others. */
    private Settlement askFamilies(Bill bill) {
        var settlement = Settlement.UNPAID;
        for (var family : families.of(bill.id())) {
            switch (ask(family, family.code())) {
                case PAID -> {
                    return Settlement.PAID;
                }
                case UNCLEAR -> settlement = Settlement.UNCLEAR;
                case UNPAID -> {}
            }
        }
        return settlement;
    }

    /** A code that never came was shown to nobody. */
    private Settlement ask(FamilyBill family, @Nullable String code) {
        if (code == null) {
            return Settlement.UNPAID;
        }
        return switch (inquire(family.asked(), code)) {
            case Said.Paid(var receipt) -> record(family, code, Receipt.of(receipt));
            case Said.NotPaid _ -> Settlement.UNPAID;
            case Said.Code _, Said.Nothing _ -> Settlement.UNCLEAR;
        };
    }

    private Settlement record(FamilyBill family, String code, Receipt receipt) {
        try {
            familyDesk.paid(family, code, receipt);
            return Settlement.PAID;
        } catch (DuplicateKeyException _) {
            LOG.error("The receipt for {} is already another's: an officer must look", family);
            family.shares().forEach(share -> cash.dispute(share.bill()));
            return Settlement.UNCLEAR;
        }
    }

    /**
     * Finds out about notices that came together. One that cannot be decided, for whatever reason, keeps none of the others
     * waiting.
     *
     * @return whether all are decided; if not, ask again later
     */
    boolean check(List<UUID> together) {
        var decided = true;
        for (var notice : together) {
            decided &= isDecided(notice);
        }
        return decided;
    }

    private boolean isDecided(UUID notice) {
        try {
            return check(notice);
        } catch (RuntimeException failed) {
            LOG.error("Notice {} could not be checked; it is tried again", notice, failed);
            return false;
        }
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
        var family = isOf(kept.notice(), bill) ? Optional.<FamilyBill>empty() : families.named(kept.notice());
        if (family.isPresent()) {
            return switch (ask(family.get(), kept.notice().number())) {
                case PAID -> true;
                case UNPAID -> !cash.notYet(notice, id);
                case UNCLEAR -> false;
            };
        }
        return switch (confirmed(kept.notice(), bill)) {
            case Heard.Paid(var receipt, var amount) -> {
                if (recordIfWhole(bill, code(bill, kept.notice()), receipt, amount) != Settlement.PAID) {
                    cash.doubt(notice);
                }
                yield true;
            }
            case Heard.NotPaid _ -> !cash.notYet(notice, id);
            case Heard.Unclear _ -> false;
        };
    }

    /** Most notices name the bill's own code, or an account of the bill's own. */
    private static boolean isOf(Notice notice, Bill bill) {
        return notice.way() != Way.BILLING_CODE || notice.number().equals(bill.billingCode());
    }

    private Heard confirmed(Notice notice, Bill bill) {
        return switch (notice.way()) {
            case BILLING_CODE -> heard(inquire(bill.id(), notice.number()), bill);
            case VIRTUAL_ACCOUNT, QRIS -> others.ask(notice.way(), bill.id());
        };
    }

    private Said inquire(BillId bill, String code) {
        return biller.inquire(bill.value(), LedgerEntry.trxId(bill), code);
    }

    /** A billing code is paid in full or not at all. */
    private static Heard heard(Said said, Bill bill) {
        return switch (said) {
            case Said.Paid(var receipt) ->
                new Heard.Paid(Receipt.of(receipt), bill.amount().amount());
            case Said.NotPaid _ -> new Heard.NotPaid();
            case Said.Code _, Said.Nothing _ -> new Heard.Unclear();
        };
    }

    /** What was confirmed of its own accord, as when a bank will not take an account back because it was paid. */
    void record(BillId id, Heard.Paid paid) {
        var bill = ledger.find(id).orElseThrow().bill();
        recordIfWhole(bill, code(bill), paid.receipt(), paid.amount());
    }

    private Settlement recordIfWhole(Bill bill, String code, Receipt receipt, long amount) {
        if (amount == bill.amount().amount()) {
            return record(bill, code, receipt);
        }
        LOG.warn("Another amount than that of bill {} was paid: an officer must look", bill.id());
        cash.dispute(bill.id());
        return Settlement.UNCLEAR;
    }

    /**
     * A receipt that stands for another bill already is not this bill's, and a code that is not the one stored for it
     * meanwhile is not either: somebody must look.
     */
    private Settlement record(Bill bill, String code, Receipt receipt) {
        try {
            if (cash.paid(bill, code, receipt)) {
                return Settlement.PAID;
            }
            cash.dispute(bill.id());
            return Settlement.UNCLEAR;
        } catch (DuplicateKeyException _) {
            LOG.error("The receipt for bill {} is already another bill's: an officer must look", bill.id());
            cash.dispute(bill.id());
            return Settlement.UNCLEAR;
        }
    }

    /** A notice may come before the code it names was stored. */
    private static String code(Bill bill, Notice notice) {
        return notice.way() == Way.BILLING_CODE ? notice.number() : code(bill);
    }

    private static String code(Bill bill) {
        var code = bill.billingCode();
        if (code == null) {
            throw new IllegalStateException("bill " + bill.id() + " cannot be asked about without a code");
        }
        return code;
    }
}
