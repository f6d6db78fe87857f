package titian.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.application.SettlementDesk.Payment;
import titian.application.Stage.Submitted;
import titian.booking.BookingRefused;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.payment.PaymentDesk.Settlement;
import titian.platform.Retrying;
import titian.shared.ApplicationId;

/**
 * The work that follows a payment, and the sweep over those that nobody paid. Here the biller is asked, between
 * transactions and never inside one.
 */
@Configuration(proxyBeanMethods = false)
class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(4);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

    /** Longer than a round, so that none asks about the same twice. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);

    /** So many at once leave the database's connections to those who wait for an answer. */
    private static final int AT_ONCE = 10;

    private final SettlementDesk desk;
    private final Applications applications;
    private final PaymentDesk payment;

    Settlements(SettlementDesk desk, Applications applications, PaymentDesk payment) {
        this.desk = desk;
        this.applications = applications;
        this.payment = payment;
    }

    @Bean
    Task<PaymentDesk.Settled> billPaid() {
        return Tasks.oneTime(PaymentDesk.BILL_PAID)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((task, _) -> paid(
                        new ApplicationId(task.getData().application()),
                        new BillId(task.getData().bill())));
    }

    @Bean
    Task<Void> expireUnpaid() {
        return Tasks.recurring("expire-unpaid", FixedDelay.of(BETWEEN_SWEEPS)).execute((_, _) -> sweep());
    }

    void paid(ApplicationId application, BillId bill) {
        switch (desk.paid(application, bill)) {
            case Payment.DONE -> {}
            case Payment.LATE -> paidLate(application, bill);
            case Payment.EARLIER_BILL -> paidEarlierBill(application, bill);
        }
    }

    private void paidLate(ApplicationId application, BillId bill) {
        try {
            desk.takeSamePlace(application, bill);
        } catch (BookingRefused.Busy undecided) {
            throw undecided; // the place may still be theirs: the task comes again
        } catch (BookingRefused _) {
            desk.payLate(application, bill, desk.keepNearest(application, bill));
        }
    }

    /** An application that has moved on meanwhile is looked at anew: whatever it is now, the payment counts for something. */
    void paidEarlierBill(ApplicationId application, BillId paid) {
        var stage = applications.find(application).map(PassportApplication::stage);
        if (!(stage.orElse(null) instanceof Submitted waiting)) {
            throw new NotSettledYet();
        }
        switch (payment.settle(waiting.bill())) {
            case PAID -> desk.paidTwice(application, paid);
            case UNPAID -> payWithEarlierBill(application, paid);
            case UNCLEAR -> throw new NotSettledYet();
        }
    }

    private void payWithEarlierBill(ApplicationId application, BillId paid) {
        if (!desk.payWithEarlierBill(application, paid)) {
            throw new NotSettledYet();
        }
    }

    /**
     * Asks the biller about those whose time is over, and gives back the places of those it says are unpaid: a few at once,
     * and more as long as there are more, for a bounded time.
     */
    void sweep() {
        var began = System.nanoTime();
        var some = desk.takeOverdue(BETWEEN_QUESTIONS, AT_ONCE);
        expireIfUnpaid(some);
        while (some.size() == AT_ONCE && System.nanoTime() - began < LONGEST_ROUND.toNanos()) {
            some = desk.takeOverdue(BETWEEN_QUESTIONS, AT_ONCE);
            expireIfUnpaid(some);
        }
    }

    /** A biller that takes its time takes it for all of them at once. */
    private void expireIfUnpaid(List<ApplicationId> together) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            together.forEach(id -> threads.execute(() -> expireIfUnpaid(id)));
        }
    }

    private void expireIfUnpaid(ApplicationId id) {
        try {
            applications.find(id).ifPresent(this::expireIfUnpaid);
        } catch (RuntimeException failed) {
            LOG.error("Application {} could not be settled; the others go on, and it is asked again", id, failed);
        }
    }

    private void expireIfUnpaid(PassportApplication application) {
        if (application.stage() instanceof Submitted submitted
                && payment.settle(submitted.bill()) == Settlement.UNPAID) {
            desk.expire(application.id(), submitted.bill());
        }
    }

    /** Makes the task come back later. */
    static final class NotSettledYet extends RuntimeException {
        NotSettledYet() {
            super("the newer bill is not clear yet, or the application has moved on", null, false, false);
        }
    }
}
