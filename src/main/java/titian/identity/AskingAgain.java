package titian.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.form.NumberDesk;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;

/** The registry is asked again by itself about numbers in doubt: people have their data mended there meanwhile. */
@Configuration(proxyBeanMethods = false)
class AskingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(AskingAgain.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;

    private final LaneDesk desk;
    private final NumberDesk numbers;
    private final RegistryDesk registry;

    AskingAgain(LaneDesk desk, NumberDesk numbers, RegistryDesk registry) {
        this.desk = desk;
        this.numbers = numbers;
        this.registry = registry;
    }

    @Bean
    Task<Void> askAboutNumbersAgain() {
        return Tasks.recurring("ask-about-numbers-again", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((_, _) -> sweep());
    }

    /** The registry is asked between transactions; while it is away the number is simply due later. */
    void sweep() {
        for (var lane : desk.takeDue(AT_ONCE)) {
            try {
                numbers.doubt(lane.application()).ifPresent(this::ask);
            } catch (RuntimeException failed) {
                LOG.error("{} could not be asked about; the others go on, and it is asked again", lane, failed);
            }
        }
    }

    private void ask(NumberDesk.Doubt doubt) {
        var answer = registry.check(doubt.person());
        if (!(answer instanceof RegistryAnswer.Unreachable)) {
            numbers.answered(doubt, answer);
        }
    }
}
