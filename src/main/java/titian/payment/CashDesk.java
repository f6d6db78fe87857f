package titian.payment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.payment.PaymentDesk.Settled;
import titian.platform.Tasks;
import titian.shared.Act;

/**
 * Where what the biller and banks confirmed is written down. Every entry may be made twice: the second time nothing happens. The
 * bill's row is taken first, always, so that entries that meet wait for each other and never in a ring.
 */
@Service
class CashDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CashDesk.class);

    /** A notice whose payment the biller does not know after so many questions is wrong. */
    private static final int ENOUGH_CHECKS = 12;

    private static final Duration FIRST_QUESTION = Duration.ofMinutes(2);

    /** The task that finds out whether notices are true. */
    static final TaskDescriptor<SomeNotices> CHECK_NOTICES = TaskDescriptor.of("check-notices", SomeNotices.class);

    /**
     * What a family paid at once.
     *
     * @param code that was paid
     */
    record Together(UUID family, String code, BillMoved.Family told) {}

    /** Names notices to the task. */
    record SomeNotices(List<UUID> notices) {}

    private final Ledger ledger;
    private final Payments payments;
    private final Surplus surplus;
    private final Notices notices;
    private final Doubts doubts;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CashDesk(
            Ledger ledger,
            Payments payments,
            Surplus surplus,
            Notices notices,
            Doubts doubts,
            Tasks tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.payments = payments;
        this.surplus = surplus;
        this.notices = notices;
        this.doubts = doubts;
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

    /**
     * The biller or a bank confirmed that the bill was paid. Paid is paid, for a bill closed meanwhile too, which is
     * marked late; only a bill in doubt about its amount stays in doubt. Money for a bill paid already is kept beside.
     *
     * @return whether the bill is paid now
     */
    @Transactional
    boolean paid(Bill bill, String code, Receipt receipt) {
        return paid(bill, code, receipt, null);
    }

    /** The same, as a share of what a family paid at once. */
    @Transactional
    boolean paid(Bill bill, String code, Receipt receipt, @Nullable Together together) {
        var inTime = ledger.pay(bill.id(), code);
        if (inTime || ledger.payLate(bill.id(), code)) {
            var now = clock.instant();
            payments.add(bill, receipt, now, !inTime, together == null ? null : together.family());
            events.publishEvent(moved(bill, BillState.PAID));
            events.publishEvent(new BillMoved.Paid(
                    bill.id(),
                    bill.application(),
                    bill.amount(),
                    now,
                    receipt.received(together == null ? code : together.code()),
                    !inTime,
                    together == null ? null : together.told()));
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
            keepIfSecond(bill, receipt, together == null ? null : together.family());
        }
        return paidBefore;
    }

    /** A family paid this code, and all of it is written down. */
    void confirm(String familyCode) {
        notices.confirmFamily(familyCode);
    }

    /** What was answered does not fit the bill: it stays as it is until an officer has looked. */
    @Transactional
    void dispute(BillId bill) {
        doubts.raise(Map.of(bill, Doubt.WRONG_AMOUNT));
    }

    /** What a notice said was paid, under another code than its bill's: it is left to an officer. */
    void doubt(UUID notice) {
        doubts.doubt(notice);
    }

    private void keepIfSecond(Bill bill, Receipt receipt, @Nullable UUID family) {
        surplus.add(bill.id(), receipt, bill.amount().amount(), clock.instant(), family)
                .ifPresent(second -> {
                    LOG.warn("Bill {} was paid twice: {} is to be given back", bill.id(), second);
                    events.publishEvent(Act.of("BILL_PAID_TWICE", "bill", bill.id()));
                    events.publishEvent(new PaidTwice(bill.id(), bill.application(), second, receipt, bill.amount()));
                });
    }

    /**
     * The biller knows of no payment although a notice says so. After enough questions the notice is left to an
     * officer and the bill is free again.
     *
     * @return whether it is worth asking again
     */
    @Transactional
    boolean notYet(UUID notice, BillId bill) {
        doubts.lock(bill);
        if (notices.countCheck(notice) < ENOUGH_CHECKS) {
            return true;
        }
        if (notices.contradict(notice)) {
            doubts.clearNoticed(notice, bill);
        }
        LOG.warn("The biller does not confirm notice {}: an officer must look", notice);
        return false;
    }

    static Act moved(Bill bill, BillState to) {
        return Act.of("BILL_MOVED", "bill", bill.id()).from(bill.state().name(), to.name());
    }
}
