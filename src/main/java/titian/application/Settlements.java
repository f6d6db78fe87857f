package titian.application;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
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
import titian.shared.ApplicationId;

/**
 * The work that follows a payment, and the sweep over those that nobody paid. Here the biller is asked, between
 * transactions and never inside one.
 */
@Configuration(proxyBeanMethods = false)
class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final double LONGER_EACH_TIME = 1.7;
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(4);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;

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
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, LONGER_EACH_TIME))
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

    private void paidEarlierBill(ApplicationId application, BillId paid) {
        applications.find(application).ifPresent(found -> {
            if (found.stage() instanceof Submitted waiting) {
                switch (payment.settle(waiting.bill())) {
                    case PAID -> desk.paidTwice(application, paid);
                    case UNPAID -> payWithEarlierBill(application, paid);
                    case UNCLEAR -> throw new BillUnclear();
                }
            }
        });
    }

    private void payWithEarlierBill(ApplicationId application, BillId paid) {
        if (!desk.payWithEarlierBill(application, paid)) {
            throw new BillUnclear();
        }
    }

    /** Asks the biller about those whose time is over, and gives back the places of those it says are unpaid. */
    void sweep() {
        for (var id : desk.takeOverdue(BETWEEN_QUESTIONS, AT_ONCE)) {
            try {
                applications.find(id).ifPresent(this::expireIfUnpaid);
            } catch (RuntimeException failed) {
                LOG.error("Application {} could not be settled; the others go on, and it is asked again", id, failed);
            }
        }
    }

    private void expireIfUnpaid(PassportApplication application) {
        if (application.stage() instanceof Submitted submitted
                && payment.settle(submitted.bill()) == Settlement.UNPAID) {
            desk.expire(application.id(), submitted.bill());
        }
    }

    /** Makes the task come back later. */
    private static final class BillUnclear extends RuntimeException {
        BillUnclear() {
            super("the biller does not say yet whether the newer bill was paid", null, false, false);
        }
    }
}
