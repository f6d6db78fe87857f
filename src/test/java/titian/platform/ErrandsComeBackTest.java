package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import titian.TitianTest;

/** However often an errand of any module failed, it is made again before long, and whoever runs the house hears of it. */
@TitianTest
@ExtendWith(OutputCaptureExtension.class)
class ErrandsComeBackTest {

    private static final Instant DONE = Instant.parse("2026-12-08T00:00:00Z");
    private static final Duration NOT_LONG = Duration.ofMinutes(12);

    @Autowired
    List<Task<?>> tasks;

    @Test
    void noErrandIsPutOffForLongHoweverOftenItFailed() {
        var errands = tasks.stream().filter(OneTimeTask.class::isInstance).toList();

        assertThat(errands).hasSizeGreaterThan(10);
        assertThat(errands)
                .allSatisfy(errand -> assertThat(afterFailing(errand, 1_000_000).orElse(DONE))
                        .as(errand.getName())
                        .isBetween(DONE, DONE.plus(NOT_LONG)));
    }

    @Test
    void anErrandThatFailsAgainAndAgainIsToldOfNowAndThen(CapturedOutput log) {
        var errand = tasks.stream()
                .filter(task -> task.getName().equals("erase-person"))
                .findFirst()
                .orElseThrow();

        afterFailing(errand, Retrying.WORTH_TELLING - 1);
        assertThat(log).doesNotContain("erase-person");
        afterFailing(errand, Retrying.WORTH_TELLING);

        assertThat(log).contains("erase-person", "failed 60 times in a row");
    }

    /** When it is made again; empty if it is given up because something else sees to it. */
    private static <T> Optional<Instant> afterFailing(Task<T> errand, int times) {
        var often = new Execution(DONE, new TaskInstance<T>(errand.getName(), "often"));
        often.consecutiveFailures = times;
        var again = new AtomicReference<Optional<Instant>>(Optional.empty());
        errand.getFailureHandler()
                .onFailure(
                        ExecutionComplete.failure(often, DONE, DONE, new IllegalStateException("not yet")),
                        new ExecutionOperations<>(null, null, null) {
                            @Override
                            public void reschedule(ExecutionComplete complete, Instant next) {
                                again.set(Optional.of(next));
                            }

                            @Override
                            public void remove() {
                                again.set(Optional.empty());
                            }
                        });
        return again.get();
    }
}
