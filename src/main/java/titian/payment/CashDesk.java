package titian.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.Notice.Verdict;
import titian.payment.PaymentDesk.Settled;
import titian.platform.Tasks;
import titian.shared.Act;

/**
 * Where what the biller said is written down. Every entry may be made twice: the second time nothing happens. The
 * bill's row is taken first, always, so that entries that meet wait for each other and never in a ring.
 */
@Service
class CashDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CashDesk.class);

    /** A notice whose payment the biller does not know after so many questions is wrong. */
    private static final int ENOUGH_CHECKS = 12;

    private static final Duration FIRST_QUESTION = Duration.ofMinutes(2);

    /** The task that finds out whether a notice is true. */
    static final TaskDescriptor<OneNotice> CHECK_NOTICE = TaskDescriptor.of("check-notice", OneNotice.class);

    /** Names a notice to the task. */
    record OneNotice(UUID notice) {}

    private final Ledger ledger;
    private final Payments payments;
    private final Notices notices;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CashDesk(
            Ledger ledger,
            Payments payments,
            Notices notices,
            Tasks tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.payments = payments;
        this.notices = notices;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** The code came: the bill can be paid, unless it was closed, paid or out of time meanwhile. */
    @Transactional
    void issued(Bill bill, String code) {
        var now = clock.instant();
        if (ledger.issue(bill.id(), code, now, now.plus(FIRST_QUESTION))) {
            events.publishEvent(moved(bill, BillState.OPEN));
            events.publishEvent(
                    new BillIssued(bill.id().value(), bill.application().value()));
        }
    }

    /** Keeps a notice, and sees to it that a new one is checked. */
    @Transactional
    void receive(Notice notice) {
        var held = ledger.hold(notice.billingCode(), LedgerEntry.requested(notice.trxId()));
        var bill = held.map(LedgerEntry::bill).orElse(null);
        if (bill == null) {
            if (notices.add(notice, null, Verdict.UNMATCHED, clock.instant())) {
                LOG.warn("A notice names no bill of ours: {}", notice.id());
            }
        } else if (notice.total() != bill.amount().amount()) {
            if (notices.add(notice, bill.id(), Verdict.WRONG_AMOUNT, clock.instant())) {
                ledger.raise(Doubt.WRONG_AMOUNT, bill.id());
                LOG.warn("A notice names another amount than bill {}: an officer must look", bill.id());
            }
        } else if (notices.add(notice, bill.id(), Verdict.WAITING, clock.instant())) {
            ledger.raise(Doubt.NOTICED, bill.id());
            tasks.soon(CHECK_NOTICE, notice.id().toString(), new OneNotice(notice.id()));
        }
    }

    /**
     * The biller confirmed that the code was paid. Paid is paid, for a bill closed meanwhile too, which is marked late;
     * only a bill in doubt about its amount stays in doubt.
     *
     * @return whether the bill is paid now
     */
    @Transactional
    boolean paid(Bill bill, String code, Receipt receipt) {
        var inTime = ledger.pay(bill.id(), code);
        if (inTime || ledger.payLate(bill.id(), code)) {
            payments.add(bill, receipt, clock.instant(), !inTime);
            events.publishEvent(moved(bill, BillState.PAID));
            notices.confirm(bill.id());
            tasks.soon(
                    PaymentDesk.BILL_PAID,
                    bill.id().toString(),
                    new Settled(bill.id().value(), bill.application().value()));
            return true;
        }
        var paidBefore = ledger.find(bill.id()).orElseThrow().bill().state() == BillState.PAID;
        if (paidBefore) {
            notices.confirm(bill.id());
        }
        return paidBefore;
    }

    /**
     * The biller knows of no payment although a notice says so. After enough questions the notice is left to an
     * officer and the bill is free again.
     *
     * @return whether it is worth asking again
     */
    @Transactional
    boolean notYet(UUID notice, BillId bill) {
        ledger.lock(bill);
        if (notices.countCheck(notice) < ENOUGH_CHECKS) {
            return true;
        }
        if (notices.contradict(notice) && !notices.anyWaitingFor(bill)) {
            ledger.clear(Doubt.NOTICED, bill);
        }
        LOG.warn("The biller does not confirm notice {}: an officer must look", notice);
        return false;
    }

    static Act moved(Bill bill, BillState to) {
        return Act.of("BILL_MOVED", "bill", bill.id()).from(bill.state().name(), to.name());
    }
}
