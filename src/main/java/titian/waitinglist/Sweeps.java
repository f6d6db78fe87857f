package titian.waitinglist;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.booking.BookingDesk;
import titian.booking.OfferId;
import titian.platform.Retrying;
import titian.waitinglist.Endings.GivenUp;
import titian.waitinglist.Following.Settled;

/** What comes to its end by itself, and what follows an answer, on whatever node. */
@Configuration(proxyBeanMethods = false)
class Sweeps {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);

    @Bean
    Task<Void> endWishes(WaitingListDesk desk, OfferDesk offers) {
        return Tasks.recurring("waiting-list-endings", FixedDelay.of(PAUSE)).execute((_, _) -> {
            desk.endOver();
            offers.endForgotten();
        });
    }

    @Bean
    Task<Void> remindOfOffers(OfferDesk offers, Taking taking) {
        return Tasks.recurring("waiting-list-offers", FixedDelay.of(SHORT_PAUSE))
                .execute((_, _) -> {
                    offers.remind();
                    taking.finishAll();
                });
    }

    @Bean
    OneTimeTask<GivenUp> giveUpPlaces(BookingDesk booking) {
        return Tasks.oneTime(Endings.GIVE_BACK)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute(
                        (task, _) -> booking.giveBack(new OfferId(task.getData().offer())));
    }

    @Bean
    OneTimeTask<Settled> leaveOnceSettled(WaitingListDesk desk) {
        return Tasks.oneTime(Following.SETTLED)
                .onFailure(Retrying.soonThenEveryMinute())
                .execute(
                        (task, _) -> desk.endIfSettled(new WishId(task.getData().wish())));
    }
}
