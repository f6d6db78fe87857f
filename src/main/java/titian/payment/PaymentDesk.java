package titian.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.Errands.OneBill;
import titian.platform.Tasks;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.Nik;
import titian.tariff.Quote;

/** Where fees are billed and settled. */
@Service
public class PaymentDesk {

    /** Tariffs and bills count days as the treasury does. */
    public static final ZoneId TREASURY = ZoneId.of("Asia/Jakarta");

    /** The task that follows a payment, once per bill: whoever opened the bill gives it a handler. */
    public static final TaskDescriptor<Settled> BILL_PAID = TaskDescriptor.of("bill-paid", Settled.class);

    /** A bill that was paid. */
    public record Settled(UUID bill, UUID application) {}

    /** What the biller says about a bill whose time is up. */
    public enum Settlement {
        PAID,
        UNPAID,
        UNCLEAR
    }

    private static final Duration LAST_QUESTION = Duration.ofMinutes(15);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final BillLines lines;
    private final Settlements settlements;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentDesk(
            Ledger ledger,
            BillLines lines,
            Settlements settlements,
            Tasks tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.lines = lines;
        this.settlements = settlements;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a bill in the caller's transaction and records that its code must be fetched from the biller, which
     * happens right after the commit. The account is the one that may see the bill. An application that has an
     * unpaid bill, not closed, keeps it: opening again gives that one.
     */
    @Transactional
    public Bill open(ApplicationId application, AccountId account, Quote quote, String payer, Nik nik, Instant payBy) {
        if (!quote.amount().currency().equals(Money.IDR)) {
            throw new IllegalArgumentException("the state's billing knows rupiah only");
        }
        if (quote.isFree()) {
            throw new IllegalArgumentException("what costs nothing has no bill");
        }
        var bill = new Bill(
                BillId.next(),
                application,
                quote.nameInIndonesian(),
                quote.amount(),
                BillState.REQUESTED,
                null,
                payBy,
                null);
        var live = ledger.add(bill, account, quote, payer, nik, clock.instant());
        if (!live.equals(bill.id())) {
            return ledger.find(live).orElseThrow().bill();
        }
        lines.add(live, quote.priced());
        events.publishEvent(Act.of("BILL_MOVED", "bill", live).from("", BillState.REQUESTED.name()));
        events.publishEvent(new BillMoved.Opened(live, application, quote.amount(), clock.instant()));
        tasks.soon(Errands.ISSUE_BILL, live.toString(), new OneBill(live.value()));
        return bill;
    }

    /** What a bill consists of, in both languages. */
    public List<Quote.Line> lines(BillId bill) {
        return lines.of(bill);
    }

    public Optional<Bill> find(BillId bill) {
        return ledger.find(bill).map(LedgerEntry::bill);
    }

    /** When it was written, and its price fixed. */
    public Instant openedAt(BillId bill) {
        return ledger.openedAt(bill);
    }

    /** Whose bill it is. */
    public AccountId account(BillId bill) {
        return ledger.account(bill);
    }

    /**
     * Asks the biller, and everyone else the bill could be paid through, whether it was paid, and records the payment if so (which records {@link #BILL_PAID}). A
     * remote call of bounded time, never inside a transaction. A bill already paid or closed answers without asking.
     * {@code UNCLEAR} if the biller cannot be reached or makes no sense, or while a notice of payment is being
     * checked: keep the place, ask again later.
     */
    public Settlement settle(BillId bill) {
        return settlements.settle(bill);
    }

    /** Records what a bank confirmed without being asked by {@link #settle}. Recording twice is recording once. */
    public void record(BillId bill, OtherWay.Heard.Paid paid) {
        settlements.record(bill, paid);
    }

    /**
     * Closes an unpaid bill in the caller's transaction. Closing twice is closing once. Money that was on its way all
     * the same makes the bill paid later, and records {@link #BILL_PAID} then.
     *
     * @return false if it has been paid meanwhile, or a notice that says so is being checked: ask again later
     */
    @Transactional
    public boolean close(BillId bill) {
        var now = clock.instant();
        if (ledger.close(bill, now, now.plus(LAST_QUESTION))) {
            var closed = ledger.find(bill).orElseThrow().bill();
            // what can be paid has a code, and only what could be paid has had one
            var before = closed.billingCode() == null ? BillState.REQUESTED : BillState.OPEN;
            events.publishEvent(Act.of("BILL_MOVED", "bill", bill).from(before.name(), BillState.CLOSED.name()));
            events.publishEvent(new BillMoved.Closed(bill, closed.application(), closed.amount(), now));
            return true;
        }
        return ledger.find(bill).orElseThrow().bill().state() == BillState.CLOSED;
    }

    /** The person says that they paid: the biller is asked right away, unless it was asked a moment ago. */
    @Transactional
    void saidPaid(LedgerEntry entry) {
        var now = clock.instant();
        var before = entry.saidPaidAt();
        if (before != null && now.isBefore(before.plus(A_MOMENT))) {
            return;
        }
        if (ledger.said(entry.bill().id(), now)) {
            tasks.soon(
                    Errands.ASK_ABOUT_BILL,
                    entry.bill().id().toString(),
                    new OneBill(entry.bill().id().value()));
        }
    }
}
