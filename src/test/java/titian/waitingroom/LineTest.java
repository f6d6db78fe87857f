package titian.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line moves: by time alone. */
class LineTest {

    private static final Instant NOON = Instant.parse("2026-12-04T05:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "60,PT0S,0",
        "60,PT0.999S,0",
        "60,PT1S,1",
        "60,PT1M,60",
        "90,PT2S,3",
        "7,PT1M,7",
        "7,PT1H,100",
        "1,PT59S,0"
    })
    void asManyAreLetInAsTheRateSays(int perMinute, Duration after, int letIn) {
        assertThat(new Line(100, 0, NOON, perMinute).admittedUpTo(NOON.plus(after)))
                .isEqualTo(letIn);
    }

    @Test
    void nobodyIsLetInTwiceOrWithoutStandingThere() {
        var line = new Line(3, 0, NOON, 60);

        assertThat(line.admittedUpTo(NOON.plus(Duration.ofDays(3000)))).isEqualTo(3);
        assertThat(line.admittedUpTo(NOON.minusSeconds(60)))
                .as("a node whose clock is behind")
                .isZero();
    }

    /** Random lines, from a fixed seed: the moment told to somebody is the first at which they are let in. */
    @Test
    void theMomentToldIsTheFirstAtWhichTheirPlaceIsLetIn() {
        var random = new Random(39);
        for (int i = 0; i < 5_000; i++) {
            var placed = random.nextInt(1, 1_000_000);
            var line = new Line(placed, random.nextInt(placed), NOON, random.nextInt(1, 5_000));
            var position = random.nextInt(line.admitted() + 1, placed + 1);

            var turn = line.turnOf(position);

            assertThat(line.admittedUpTo(turn)).as("%s at %d", line, position).isGreaterThanOrEqualTo(position);
            assertThat(line.admittedUpTo(turn.minusNanos(1)))
                    .as("%s at %d", line, position)
                    .isLessThan(position);
        }
    }

    @Test
    void aLineThatStoodEmptyDoesNotLetACrowdInAtOnce() {
        var hourLater = NOON.plus(Duration.ofHours(1));

        var joined = new Line(10, 0, NOON, 60).joinedBy(500, hourLater);

        assertThat(joined.admittedUpTo(hourLater)).isEqualTo(10);
        assertThat(joined.admittedUpTo(hourLater.plusSeconds(5))).isEqualTo(15);
    }

    @Test
    void joiningALineThatMovesChangesNobodysMoment() {
        var line = new Line(1000, 0, NOON, 60);
        var later = NOON.plusSeconds(90);

        var joined = line.joinedBy(10, later);

        assertThat(joined.turnOf(1000)).isEqualTo(line.turnOf(1000));
        assertThat(joined.admittedUpTo(later)).isEqualTo(line.admittedUpTo(later));
        assertThat(joined.turnOf(1010)).isEqualTo(NOON.plusSeconds(1010));
    }
}
