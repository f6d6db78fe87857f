package titian.booking;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps over holds that ran out and places that have rested, as long as there are any. */
@Configuration(proxyBeanMethods = false)
class Returns {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ROUNDS = 50;

    @Bean
    Task<Void> expireUnclaimedHolds(ReturnDesk desk) {
        return Tasks.recurring("expire-unclaimed-holds", FixedDelay.of(PAUSE))
                .execute((_, _) -> asLongAsThereAreAny(desk::expireUnclaimed));
    }

    @Bean
    Task<Void> bringPlacesBack(ReturnDesk desk) {
        return Tasks.recurring("bring-places-back", FixedDelay.of(PAUSE))
                .execute((_, _) -> asLongAsThereAreAny(desk::bringBack));
    }

    private static void asLongAsThereAreAny(IntSupplier sweep) {
        for (int round = 0; round < ROUNDS && sweep.getAsInt() > 0; round++) {
            Thread.onSpinWait();
        }
    }
}
