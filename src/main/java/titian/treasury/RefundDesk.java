package titian.treasury;

import static titian.treasury.BookAccount.CASH;
import static titian.treasury.BookAccount.COUNTER;
import static titian.treasury.BookAccount.REFUNDS;
import static titian.treasury.BookAccount.REFUNDS_DUE;
import static titian.treasury.BookAccount.SURPLUS;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.counterfee.CounterFee;
import titian.payment.BillId;
import titian.payment.PaidBill;
import titian.payment.PaymentRecord;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.treasury.Entry.Transfer;
import titian.treasury.Entry.What;
import titian.treasury.RefundMoved.News;

/**
 * Where money is asked back, approved by two officers, ordered and booked. Whoever asks for somebody else may approve
 * first, never last.
 */
@Service
public class RefundDesk {

    static final int SHOWN = 100;

    /** What is asked for: why, in what words, and where the money should go. */
    record Request(Refund.Ground ground, String said, Refund.Destination destination) {

        @Override
        public String toString() {
            return "a request for " + ground;
        }
    }

    private final Refunds refunds;
    private final SecondPayments seconds;
    private final Books books;
    private final PaymentRecord record;
    private final ApplicationDesk applications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundDesk(
            Refunds refunds,
            SecondPayments seconds,
            Books books,
            PaymentRecord record,
            ApplicationDesk applications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.seconds = seconds;
        this.books = books;
        this.record = record;
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Refund> find(UUID refund) {
        return refunds.find(refund);
    }

    /** A refund of this office. */
    Optional<Refund> find(UUID refund, OfficeId office) {
        return refunds.find(refund).filter(found -> found.office().equals(office));
    }

    List<Refund> of(OfficeId office) {
        return refunds.of(office, SHOWN);
    }

    List<Refund> of(AccountId account) {
        return refunds.of(account);
    }

    List<Refund> ordered(OfficeId office) {
        return refunds.ordered(office);
    }

    /** A bill that was paid at this office. */
    Optional<PaidBill> paid(BillId bill, OfficeId office) {
        return books.office(bill).filter(office::equals).flatMap(_ -> record.paid(bill));
    }

    /** What somebody paid for an application, and may ask back: if they paid several bills, one that does not count for it. */
    Optional<PaidBill> paid(ApplicationId application, AccountId account) {
        var paid = record.paidFor(application, account);
        var counts = applications.summary(application).map(Summary::bill);
        return paid.stream()
                .filter(one -> !counts.equals(Optional.of(one.bill())))
                .findFirst()
                .or(() -> paid.stream().findFirst());
    }

    Optional<Refund> of(PaidBill paid) {
        return refunds.of(paid.bill());
    }

    /** Whether all of it is asked back, every payment of it, and not refused. */
    boolean isAsked(PaidBill paid) {
        return seconds.unasked(paid.bill()).isEmpty() && refunds.isAsked(paid.bill(), null);
    }

    /** Whether what was paid for it under this number is asked back, and not refused. */
    boolean isAsked(PaidBill paid, String stateReceiptNumber) {
        return refunds.isAsked(paid.bill(), named(paid.bill(), stateReceiptNumber));
    }

    /** Somebody asks their own money back: what they paid first, unless a payment beyond it is named. */
    @Transactional
    Refund ask(ApplicationId application, AccountId account, @Nullable UUID surplus, Request request) {
        var paid = paid(application, account).orElseThrow(RefundRefused.NotPaid::new);
        var office = books.office(paid.bill()).orElseThrow(RefundRefused.NotPaid::new);
        if (surplus != null && !seconds.of(paid.bill()).contains(surplus)) {
            throw new RefundRefused.NotPaid();
        }
        return add(paid, surplus, office, request, account);
    }

    /** What was paid at this office under the number on a receipt: somebody's fee, or those of a family. */
    List<PaidBill> paid(String stateReceiptNumber, OfficeId office) {
        return record.paid(stateReceiptNumber).stream()
                .filter(paid -> books.office(paid.bill()).filter(office::equals).isPresent())
                .toList();
    }

    /**
     * An officer asks for somebody else, who named the number on their receipt; of a family's, for those who are chosen.
     * Either all of it is asked back or nothing.
     */
    @Transactional
    List<Refund> askFor(
            String stateReceiptNumber, Set<BillId> chosen, OfficeId office, AccountId officer, Request request) {
        var paid = paid(stateReceiptNumber, office);
        if (paid.isEmpty()) {
            throw new RefundRefused.NotPaid();
        }
        var asked = paid.size() == 1
                ? paid
                : paid.stream().filter(one -> chosen.contains(one.bill())).toList();
        if (asked.isEmpty()) {
            throw new RefundRefused.NobodyChosen();
        }
        return asked.stream()
                .map(one -> add(one, named(one.bill(), stateReceiptNumber), office, request, officer))
                .toList();
    }

    /** The payment beyond the first that has this number; nothing if it is the first itself. */
    private @Nullable UUID named(BillId bill, String stateReceiptNumber) {
        return record.surplus(bill, stateReceiptNumber).orElse(null);
    }

    private Refund add(PaidBill paid, @Nullable UUID surplus, OfficeId office, Request request, AccountId by) {
        return add(new Refund(
                UUID.randomUUID(),
                paid.bill(),
                surplus,
                paid.application(),
                paid.account(),
                office,
                paid.amount(),
                request.ground(),
                request.said(),
                request.destination(),
                by,
                clock.instant(),
                new RefundState.Asked()));
    }

    /** What a counter took of this account and is asked back. */
    Optional<Refund> ofCounter(ApplicationId application, AccountId account) {
        return refunds.taken(application).filter(refund -> refund.account().equals(account));
    }

    /** Whether what was taken at a counter is asked back, and how far that is. */
    Optional<Refund> of(CounterFee fee) {
        return refunds.taken(fee.application());
    }

    /** What was taken at a counter, an officer of that office asks back for whose it was. */
    @Transactional
    Refund askFor(CounterFee fee, AccountId account, AccountId officer, Request request) {
        if (fee.takenAt() == null) {
            throw new RefundRefused.NotPaid();
        }
        return add(new Refund(
                UUID.randomUUID(),
                null,
                null,
                fee.application(),
                account,
                fee.office(),
                fee.amount(),
                request.ground(),
                request.said(),
                request.destination(),
                officer,
                clock.instant(),
                new RefundState.Asked()));
    }

    private Refund add(Refund refund) {
        try {
            refunds.add(refund);
        } catch (DuplicateKeyException _) {
            throw new RefundRefused.AskedBefore();
        }
        tell(refund, "", "ASKED", "");
        events.publishEvent(new RefundMoved(refund.id(), refund.account(), News.ASKED));
        return refund;
    }

    /** The first of two officers approves. */
    @Transactional
    void endorse(Refund refund, AccountId officer) {
        must(refund.state().isOpenToFirst() && refunds.endorse(refund.id(), officer, clock.instant()));
        tell(refund, refund.state().word(), "ENDORSED", "");
    }

    /** The second approves: the money is ordered, and the books owe it. */
    @Transactional
    void order(Refund refund, AccountId officer) {
        if (refund.state() instanceof RefundState.Endorsed
                && !refund.state().isOpenToSecond(officer, refund.askedBy())) {
            throw new RefundRefused.SamePerson();
        }
        var now = clock.instant();
        must(refund.state().isOpenToSecond(officer, refund.askedBy())
                && refunds.order(refund.id(), officer, Entry.day(now).getYear(), now));
        var from = refund.surplus() == null ? REFUNDS : SURPLUS;
        book(What.REFUND_ORDERED, refund, officer, new Transfer(from, REFUNDS_DUE, refund.amount()));
        tell(refund, "ENDORSED", "ORDERED", "");
        events.publishEvent(new RefundMoved(refund.id(), refund.account(), News.ORDERED));
    }

    /** The bank has sent the money, under this reference. */
    @Transactional
    void transferred(Refund refund, AccountId officer, String reference) {
        must(refund.state().waitsForTransfer() && refunds.transfer(refund.id(), officer, reference, clock.instant()));
        var out = refund.bill() == null ? COUNTER : CASH;
        book(What.REFUND_PAID, refund, officer, new Transfer(REFUNDS_DUE, out, refund.amount()));
        tell(refund, "ORDERED", "TRANSFERRED", reference);
        events.publishEvent(new RefundMoved(refund.id(), refund.account(), News.TRANSFERRED));
    }

    @Transactional
    void refuse(Refund refund, AccountId officer, String why) {
        must(refund.state().canBeRefused() && refunds.refuse(refund.id(), officer, why, clock.instant()));
        tell(refund, refund.state().word(), "REFUSED", why);
        events.publishEvent(new RefundMoved(refund.id(), refund.account(), News.REFUSED));
    }

    private void book(What what, Refund refund, AccountId officer, Transfer transfer) {
        var now = clock.instant();
        books.add(new Entry(
                what,
                refund.id().toString(),
                refund.bill(),
                now,
                Entry.day(now),
                refund.office(),
                officer,
                "",
                List.of(transfer)));
    }

    private void tell(Refund refund, String from, String to, String why) {
        events.publishEvent(new Act("REFUND_MOVED", "refund", refund.id().toString(), from, to, why));
    }

    private static void must(boolean done) {
        if (!done) {
            throw new RefundRefused.NotOpen();
        }
    }
}
