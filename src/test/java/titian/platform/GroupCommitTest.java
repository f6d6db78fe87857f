package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What decides in batches goes on, whatever went wrong with a batch. */
class GroupCommitTest {

    private static final String HARMFUL = "harmful";

    private static final class Busy extends RuntimeException {}

    /** Says what it was asked, in capitals; one request is more than it can bear. */
    private static final class Shouting extends GroupCommit<String, String> {

        final AtomicInteger endings = new AtomicInteger();

        Shouting() {
            super("shout");
        }

        @Override
        protected List<String> decideTogether(List<String> asks) {
            if (asks.contains(HARMFUL)) {
                throw new StackOverflowError("on purpose");
            }
            return asks.stream().map(ask -> ask.toUpperCase(Locale.ROOT)).toList();
        }

        @Override
        protected RuntimeException busy(Duration comeAgainIn) {
            return new Busy();
        }

        @Override
        protected void ended() {
            endings.incrementAndGet();
        }
    }

    final Shouting engine = new Shouting();

    @BeforeEach
    void start() {
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    /** More often than there are threads that decide; whoever waited for a dead one would wait for ten seconds. */
    @Test
    @Timeout(8)
    void anErrorIsToldToWhoeverAskedAndTheNextAreDecided() {
        for (int time = 0; time < 2 * GroupCommit.MOST_UNDER_WAY; time++) {
            assertThatThrownBy(() -> engine.decide(HARMFUL)).isInstanceOf(Busy.class);
            assertThat(engine.decide("well")).isEqualTo("WELL");
        }

        assertThat(engine.endings).as("what a batch left open is closed").hasValue(2 * GroupCommit.MOST_UNDER_WAY);
    }
}
