package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

    @TempDir
    Path folder;

    Path file;
    MovableClock clock;

    @BeforeEach
    void aClockThatNobodyMoved() {
        file = folder.resolve("clock");
        clock = new MovableClock(file);
    }

    @Test
    void withoutAFileItShowsRealTime() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        assertThat(file).doesNotExist();
    }

    @Test
    void ticksInMicroseconds() {
        var now = clock.instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void aMoveIsSeenAtOnceByEveryOtherClockOnTheFile() {
        var elsewhere = new MovableClock(file);
        for (var moves = 1; moves <= 50; moves++) {
            clock.moveBy(Duration.ofHours(2));

            assertThat(elsewhere.offset()).isEqualTo(Duration.ofHours(2L * moves));
        }
    }

    @Test
    void aDurationWrittenIntoTheFileByHandMovesIt() throws IOException {
        assertThat(clock.offset()).isZero();

        Files.writeString(file, "PT24H3M");

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(24).plusMinutes(3));
    }

    @Test
    void aFileHalfWrittenLeavesItAsItWas() throws IOException {
        clock.moveBy(Duration.ofDays(1));

        Files.writeString(file, "PT");

        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void isSetToAMomentAndTicksOn() {
        var moment = Instant.parse("2026-12-08T02:00:00Z");

        clock.moveTo(moment);

        assertThat(clock.instant()).isBetween(moment, moment.plusSeconds(5));
    }

    @Test
    void showsTheSameMomentInEveryZone() {
        clock.moveBy(Duration.ofDays(3));

        var eastern = clock.withZone(Words.WIT);

        assertThat(eastern.getZone()).isEqualTo(Words.WIT);
        assertThat(eastern.instant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void goesBackToRealTime() {
        clock.moveBy(Duration.ofDays(3));

        clock.backToRealTime();

        assertThat(clock.offset()).isZero();
    }

    @Test
    void refusesToLeaveTheCentury() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.moveBy(Duration.ofDays(40_000)));
        assertThat(clock.offset()).isZero();
    }
}
