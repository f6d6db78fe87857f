package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a number will probably be called. */
class EstimateTest {

    private static final Instant NOW = Instant.parse("2026-12-08T02:41:30Z");

    @Test
    void whoeverIsNextIsCalledSoon() {
        var estimate = Estimate.of(0, 1, Duration.ofMinutes(10), NOW);

        assertThat(estimate.from()).isEqualTo("2026-12-08T02:40:00Z");
        assertThat(estimate.until()).isEqualTo("2026-12-08T02:55:00Z");
    }

    @Test
    void moreCountersCallSooner() {
        var one = Estimate.of(12, 1, Duration.ofMinutes(10), NOW);
        var four = Estimate.of(12, 4, Duration.ofMinutes(10), NOW);

        assertThat(four.until()).isBefore(one.from());
    }

    @Test
    void aDayWithoutExperienceOrCountersStillHasARange() {
        var estimate = Estimate.of(3, 0, null, NOW);

        assertThat(estimate.from()).isBefore(estimate.until());
        assertThat(estimate.minutes(NOW)).isPositive();
    }

    @Test
    void serviceOfSecondsIsNotBelieved() {
        assertThat(Estimate.of(10, 1, Duration.ofSeconds(1), NOW).until()).isAfter(NOW.plus(Duration.ofMinutes(20)));
    }
}
