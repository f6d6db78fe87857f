package titian.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.Stage.Expired;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.NearestDesk;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Where what is submitted becomes a certain visit, or gives its place back. Paid is paid, however late. */
@Service
class SettlementDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementDesk.class);

    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Money of the last minute goes through a bank and the treasury before anybody who is asked knows of it. */
    static final Duration BANKS_MAY_LAG = Duration.ofMinutes(3);

    /** Long enough to read a letter and answer it. */
    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final Applications applications;
    private final KeptPlaces keptPlaces;
    private final Moves moves;
    private final BookingDesk booking;
    private final NearestDesk nearest;
    private final PaymentDesk payment;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettlementDesk(
            Applications applications,
            KeptPlaces keptPlaces,
            Moves moves,
            BookingDesk booking,
            NearestDesk nearest,
            PaymentDesk payment,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.keptPlaces = keptPlaces;
        this.moves = moves;
        this.booking = booking;
        this.nearest = nearest;
        this.payment = payment;
        this.transaction = transaction;
        this.events = events;
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
        var found = applications.lock(id);
        if (found.isEmpty()) {
            LOG.warn("Bill {} was paid for application {}, which is gone: the money stands in the books", bill, id);
            return Payment.DONE;
        }
        var application = found.get();
        return switch (application.stage()) {
            case Submitted submitted when submitted.bill().equals(bill) -> schedule(application, submitted, bill);
            case Submitted _ -> Payment.EARLIER_BILL;
            case Expired expired when !expired.paidLate() -> Payment.LATE;
            case Stage.Booked booked -> {
                if (!booked.billed().equals(Optional.of(bill))) {
                    paidTwice(id, bill);
                }
                yield Payment.DONE;
            }
            case Stage.Draft _ -> throw new IllegalStateException("a draft has no bill: " + application);
        };
    }

    /** Two of its bills were paid: this one's money is to be given back. */
    @Transactional
    void paidTwice(ApplicationId id, BillId bill) {
        LOG.warn("Application {} was paid twice: bill {} is to be given back", id, bill);
        events.publishEvent(Act.of("BILL_PAID_TWICE", "bill", bill));
        events.publishEvent(new ApplicationPaidTwice(id, bill));
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

    /**
     * Holds the nearest place that is as good for someone who paid late and whose own is gone, if there is any.
     *
     * @throws BookingRefused.Busy if that was not decided: ask again
     */
    Optional<KeptPlace> keepNearest(ApplicationId id, BillId bill) {
        var application = applications.find(id).orElseThrow();
        if (!(application.stage() instanceof Expired expired) || expired.paidLate()) {
            return Optional.empty();
        }
        try {
            var until = clock.instant().plus(KEPT_FOR);
            var held = nearest.hold(expired.appointment(), id + " " + bill + " nearest", until, application.speed());
            return Optional.of(new KeptPlace(held.id(), held.heldUntil()));
        } catch (BookingRefused.Busy undecided) {
            throw undecided;
        } catch (BookingRefused _) {
            return Optional.empty();
        }
    }

    /**
     * Notes that someone paid late and the place is gone: the payment stands for the next time they choose, and the
     * nearest place is kept for a day.
     */
    @Transactional
    void payLate(ApplicationId id, BillId bill, Optional<KeptPlace> kept) {
        var application = applications.lock(id).orElseThrow();
        if (application.stage() instanceof Expired expired && !expired.paidLate()) {
            kept.ifPresent(place -> keptPlaces.keep(id, place));
            moves.move(application, application.payLate(bill, clock.instant()));
        }
    }

    /**
     * An earlier bill was paid and the newer is not: the payment counts if it is the same amount. Of another amount it is
     * the payer's to have back, and the newer bill stays to be paid.
     *
     * @return false if the newer bill cannot be closed yet, or is the newer one no more: look again later
     */
    @Transactional
    boolean payWithEarlierBill(ApplicationId id, BillId paid) {
        var application = applications.lock(id).orElseThrow();
        if (!(application.stage() instanceof Submitted submitted)
                || submitted.bill().equals(paid)) {
            return false;
        }
        var owed = payment.find(submitted.bill()).orElseThrow().amount();
        if (!payment.find(paid).orElseThrow().amount().equals(owed)) {
            LOG.warn("Application {} costs another amount than bill {}, which is to be given back", id, paid);
            events.publishEvent(Act.of("PAID_ANOTHER_AMOUNT", "bill", paid));
            events.publishEvent(new ApplicationPaidTwice(id, paid));
            return true;
        }
        var closed = payment.close(submitted.bill());
        if (closed) {
            schedule(application, submitted, paid);
        }
        return closed;
    }

    /** Some of those whose time to pay has been over for a while; for this long nobody else takes them. */
    @Transactional
    List<ApplicationId> takeOverdue(Duration forThisLong, int limit) {
        var now = clock.instant();
        return applications.takeOverdue(now.minus(BANKS_MAY_LAG), now, now.minus(forThisLong), limit);
    }

    /** Whether even news of a payment in time would have come by now. */
    private static boolean isOverdue(Submitted submitted, Instant now) {
        return !now.isBefore(submitted.payBy().plus(BANKS_MAY_LAG));
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
