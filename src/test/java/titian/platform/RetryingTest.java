package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errands that failed are made again ever later, never much later than a minute, and not all at once. */
class RetryingTest {

    @ParameterizedTest
    @CsvSource({"0, 1600, 2400", "1, 2720, 4080", "3, 7860, 11792", "7, 48000, 72000", "1000000, 48000, 72000"})
    void theWaitGrowsUpToAMinuteAFifthMoreOrLess(int failures, long atLeast, long atMost) {
        assertThat(waits(failures))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(atLeast), Duration.ofMillis(atMost)));
    }

    @Test
    void thoseWhoFailedTogetherDoNotComeBackTogether() {
        var waits = waits(10);

        assertThat(waits.stream().distinct()).hasSizeGreaterThan(200);
        assertThat(waits).anyMatch(wait -> wait.toMillis() < 54_000).anyMatch(wait -> wait.toMillis() > 66_000);
    }

    private static List<Duration> waits(int failures) {
        return Stream.generate(() -> Retrying.waitAfter(failures, Duration.ofMinutes(1)))
                .limit(300)
                .toList();
    }
}
