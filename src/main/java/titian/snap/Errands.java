package titian.snap;

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
import titian.platform.Retrying;

/** The errands to the bank that follow a commit: asking for accounts and codes, and taking them back. */
@Configuration(proxyBeanMethods = false)
class Errands {

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
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((errand, _) ->
                        offering.offer(new BillId(errand.getData().bill())));
    }

    @Bean
    Task<OneBill> withdrawOffers(Offering offering) {
        return Tasks.oneTime(WITHDRAW_OFFERS)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute((errand, _) ->
                        offering.takeBack(new BillId(errand.getData().bill())));
    }

    @Bean
    Task<Void> forgetArrivals(Arrivals arrivals) {
        return Tasks.recurring("forget-arrivals", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> arrivals.forgetOld());
    }
}
