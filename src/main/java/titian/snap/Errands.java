package titian.snap;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.payment.BillId;
import titian.payment.OtherWay;
import titian.payment.Way;

/** The errands to the bank that follow a commit: asking for accounts and codes, and taking them back. */
@Configuration(proxyBeanMethods = false)
class Errands {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** Asks the bank to offer a bill. */
    static final TaskDescriptor<OneBill> OFFER_BILL = TaskDescriptor.of("offer-bill", OneBill.class);

    /** Takes back what was offered for a bill. */
    static final TaskDescriptor<OneBill> WITHDRAW_OFFERS = TaskDescriptor.of("withdraw-offers", OneBill.class);

    /** Names a bill to a task. */
    record OneBill(UUID bill) {}

    /** The bank gave no answer of use, so the errand is made again. */
    static final class Again extends RuntimeException {
        Again(String why) {
            super(why, null, false, false);
        }
    }

    @Bean
    OtherWay virtualAccounts(Offers offers, Bank bank, BankAccess access) {
        return new BankWay(Way.VIRTUAL_ACCOUNT, offers, bank, access);
    }

    @Bean
    OtherWay qris(Offers offers, Bank bank, BankAccess access) {
        return new BankWay(Way.QRIS, offers, bank, access);
    }

    @Bean
    Task<OneBill> offerBill(Offering offering) {
        return Tasks.oneTime(OFFER_BILL)
                .onFailure(soonThenEveryMinute())
                .execute((errand, _) -> offering.offer(new BillId(errand.getData().bill())));
    }

    @Bean
    Task<OneBill> withdrawOffers(Offering offering) {
        return Tasks.oneTime(WITHDRAW_OFFERS)
                .onFailure(soonThenEveryMinute())
                .execute((errand, _) ->
                        offering.takeBack(new BillId(errand.getData().bill())));
    }

    @Bean
    Task<Void> forgetArrivals(Arrivals arrivals) {
        return Tasks.recurring("forget-arrivals", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> arrivals.forgetOld());
    }

    private static <T> FailureHandler<T> soonThenEveryMinute() {
        return (complete, operations) -> {
            var failures = complete.getExecution().consecutiveFailures;
            var seconds = Math.min(LONGEST_WAIT.toSeconds(), Math.round(2 * Math.pow(1.7, Math.min(failures, 20))));
            operations.reschedule(complete, complete.getTimeDone().plusSeconds(seconds));
        };
    }
}
