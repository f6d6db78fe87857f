package titian.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.Stage.Expired;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;

/** Where what is submitted becomes a certain visit, or gives its place back. Paid is paid, however late. */
@Service
class SettlementDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementDesk.class);

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Applications applications;
    private final Moves moves;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final TransactionOperations transaction;
    private final Clock clock;

    SettlementDesk(
            Applications applications,
            Moves moves,
            BookingDesk booking,
            PaymentDesk payment,
            TransactionOperations transaction,
            Clock clock) {
        this.applications = applications;
        this.moves = moves;
        this.booking = booking;
        this.payment = payment;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a payment calls for. */
    enum Payment {
        /** Nothing more: it has been dealt with. */
        DONE,
        /** The place was given back: try to get the same one again, or mark the payment as late. */
        LATE,
        /** It paid an earlier bill while a newer one waits: ask the biller about the newer one first. */
        EARLIER_BILL
    }

    /** The fee came in: an application that waits for it is scheduled. The second time nothing happens. */
    @Transactional
    Payment paid(ApplicationId id, BillId bill) {
        var application = applications.lock(id).orElseThrow();
        return switch (application.stage()) {
            case Submitted submitted when submitted.bill().equals(bill) -> schedule(application, submitted, bill);
            case Submitted _ -> Payment.EARLIER_BILL;
            case Expired expired when !expired.paidLate() -> Payment.LATE;
            case Stage.Booked booked -> {
                if (!booked.billed().equals(Optional.of(bill))) {
                    LOG.warn("Application {} was paid twice: bill {} is to be refunded", id, bill);
                }
                yield Payment.DONE;
            }
            case Stage.Draft _ -> throw new IllegalStateException("a draft has no bill: " + application);
        };
    }

    private Payment schedule(PassportApplication application, Submitted submitted, BillId bill) {
        if (!booking.confirm(submitted.appointment())) {
            throw new IllegalStateException("the place of a submitted application was given back: " + application);
        }
        moves.move(application, application.schedule(submitted.appointment(), bill, clock.instant()));
        return Payment.DONE;
    }

    /**
     * Gives someone who paid late the place they had, if it still rests or is free again: booked first, then claimed in
     * one transaction with the stage.
     *
     * @throws titian.booking.BookingRefused if it is not
     */
    void takeSamePlace(ApplicationId id, BillId bill) {
        var application = applications.find(id).orElseThrow();
        if (application.stage() instanceof Expired expired && !expired.paidLate()) {
            var again = booking.bookAgain(
                    expired.appointment(), id + " " + bill, clock.instant().plus(LEASE));
            transaction.executeWithoutResult(_ -> keepSamePlace(id, bill, again));
        }
    }

    private void keepSamePlace(ApplicationId id, BillId bill, AppointmentId appointment) {
        var application = applications.lock(id).orElseThrow();
        if (application.stage() instanceof Expired expired && !expired.paidLate()) {
            if (!booking.claim(appointment, clock.instant()) || !booking.confirm(appointment)) {
                throw new IllegalStateException("a place just booked was given back: " + application);
            }
            moves.move(application, application.schedule(appointment, bill, clock.instant()));
        }
    }

    /** Notes that someone paid late and the place is gone: the payment stands for the next time they choose. */
    @Transactional
    void payLate(ApplicationId id, BillId bill) {
        var application = applications.lock(id).orElseThrow();
        if (application.stage() instanceof Expired expired && !expired.paidLate()) {
            moves.move(application, application.payLate(bill, clock.instant()));
        }
    }

    /**
     * An earlier bill was paid and the newer is not: the payment counts if it is the same amount.
     *
     * @return false if the newer bill cannot be closed yet: ask again later
     */
    @Transactional
    boolean payWithEarlierBill(ApplicationId id, BillId paid) {
        var application = applications.lock(id).orElseThrow();
        if (!(application.stage() instanceof Submitted submitted)
                || submitted.bill().equals(paid)) {
            return true;
        }
        var owed = payment.find(submitted.bill()).orElseThrow().amount();
        if (!payment.find(paid).orElseThrow().amount().equals(owed)) {
            LOG.warn("Application {} costs another amount than its earlier bill {}, which was paid", id, paid);
            return true;
        }
        var closed = payment.close(submitted.bill());
        if (closed) {
            schedule(application, submitted, paid);
        }
        return closed;
    }

    /** Some of those whose time to pay is over; for this long nobody else takes them. */
    @Transactional
    List<ApplicationId> takeOverdue(Duration forThisLong, int limit) {
        var now = clock.instant();
        return applications.takeOverdue(now, now.minus(forThisLong), limit);
    }

    /** Whether the time to pay is over and nothing has come of it yet. */
    private static boolean isOverdue(Submitted submitted, Instant now) {
        return !now.isBefore(submitted.payBy());
    }

    /** Gives the place of an unpaid application back. The biller has been asked; the form stays. */
    @Transactional
    void expire(ApplicationId id, BillId bill) {
        var application = applications.lock(id).orElseThrow();
        var now = clock.instant();
        if (application.stage() instanceof Submitted submitted
                && submitted.bill().equals(bill)
                && isOverdue(submitted, now)
                && payment.close(bill)) {
            booking.release(submitted.appointment());
            moves.move(application, application.expire(now));
        }
    }
}
