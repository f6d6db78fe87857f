package titian.forfeit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import titian.forfeit.Forfeit.Moment;
import titian.payment.BillId;
import titian.payment.BillIssued;
import titian.payment.BillMoved;
import titian.payment.PaymentDesk;

/** Warns of what may be lost as it comes near, and of the wrong kind as long as a bill is unpaid. */
@Configuration(proxyBeanMethods = false)
class Guarding {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 50;

    private final ForfeitDesk desk;
    private final PaymentDesk payment;

    Guarding(ForfeitDesk desk, PaymentDesk payment) {
        this.desk = desk;
        this.payment = payment;
    }

    @Bean
    Task<Void> warnOfForfeits() {
        return Tasks.recurring("warn-of-forfeits", FixedDelay.of(PAUSE)).execute((_, _) -> sweep());
    }

    void sweep() {
        for (int round = 0; round < ROUNDS && desk.warn(AT_ONCE); round++) {
            // until nothing more is due
        }
    }

    /** Once paid, the kind cannot be changed; so the time to look again is now. */
    @EventListener
    void on(BillIssued issued) {
        var bill = payment.find(new BillId(issued.bill())).orElseThrow();
        var account = payment.account(bill.id());
        desk.guard(new Forfeit(bill.application(), account, Moment.WRONG_KIND, bill.payBy(), PaymentDesk.TREASURY));
    }

    @EventListener
    void on(BillMoved moved) {
        switch (moved) {
            case BillMoved.Opened _ -> {}
            case BillMoved.Paid paid -> desk.lift(paid.application(), Moment.WRONG_KIND);
            case BillMoved.Closed closed -> desk.lift(closed.application(), Moment.WRONG_KIND);
        }
    }
}
