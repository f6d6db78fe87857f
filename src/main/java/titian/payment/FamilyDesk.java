package titian.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.CashDesk.Together;
import titian.payment.Errands.OneFamily;
import titian.payment.FamilyBill.Share;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.shared.Money;

/**
 * Where a family's bills are gathered under one code, and what comes in by it is written on each (docs/adr/0107). The bills
 * stay what they are: each can still be paid alone, is closed alone, and has its own receipt.
 */
@Service
class FamilyDesk {

    static final int LARGEST = 5;

    /** A code that ends before anybody can pay it helps nobody. */
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(5);

    private final FamilyBills families;
    private final Doubts doubts;
    private final Ledger ledger;
    private final CashDesk cash;
    private final Tasks tasks;
    private final Clock clock;

    FamilyDesk(FamilyBills families, Doubts doubts, Ledger ledger, CashDesk cash, Tasks tasks, Clock clock) {
        this.families = families;
        this.doubts = doubts;
        this.ledger = ledger;
        this.cash = cash;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The bills an account may pay at once; none if there is one at most. */
    List<Share> payable(AccountId account) {
        var shares = families.payable(account, clock.instant().plus(TIME_TO_PAY), LARGEST);
        return shares.size() < 2 ? List.of() : shares;
    }

    /** The code by which all of what an account owes now is paid at once, if it asked for one. */
    Optional<FamilyBill> gathered(AccountId account, BillId bill) {
        var bills = payable(account).stream().map(Share::bill).toList();
        return families.of(bill).stream()
                .filter(family -> family.isOf(bills) && family.isOwed(clock.instant()))
                .findFirst();
    }

    /** Gathers what an account owes under one code. Asking twice is asking once. */
    @Transactional
    void gather(AccountId account, BillId bill) {
        var shares = payable(account);
        shares.stream()
                .map(Share::bill)
                .sorted(Comparator.comparing(BillId::value))
                .forEach(doubts::lock);
        if (shares.isEmpty() || gathered(account, bill).isPresent()) {
            return;
        }
        var id = UUID.randomUUID();
        var amount = shares.stream().map(Share::amount).reduce(Money.rupiah(0), Money::plus);
        families.add(id, shares, amount, clock.instant(), families.firstEnd(shares));
        tasks.soon(Errands.ISSUE_FAMILY_BILL, id.toString(), new OneFamily(id));
    }

    /**
     * The biller confirmed that a family paid this code: each bill is paid on its own record, whatever became of it
     * meanwhile. What was paid alone before was paid twice.
     */
    @Transactional
    void paid(FamilyBill family, String code, Receipt receipt) {
        family.shares().stream()
                .map(Share::bill)
                .sorted(Comparator.comparing(BillId::value))
                .forEach(doubts::lock);
        families.pay(family, code, receipt);
        var entries = entries(family);
        var leading = entries.stream()
                .filter(entry -> entry.bill().state() != BillState.PAID && entry.doubt() != Doubt.WRONG_AMOUNT)
                .findFirst()
                .map(entry -> entry.bill().id())
                .orElse(family.leading());
        var together = new Together(family.id(), code, new BillMoved.Family(leading, family.amount()));
        for (var entry : entries) {
            cash.paid(entry.bill(), Objects.requireNonNull(entry.bill().billingCode()), receipt, together);
        }
        cash.confirm(code);
    }

    private List<LedgerEntry> entries(FamilyBill family) {
        var entries = new ArrayList<LedgerEntry>();
        for (var share : family.shares()) {
            entries.add(ledger.find(share.bill()).orElseThrow());
        }
        return entries;
    }
}
