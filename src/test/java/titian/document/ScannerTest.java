package titian.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import titian.inspection.Samples;
import titian.outside.Clamd;
import titian.outside.Clamd.Mood;

/** The scanner when it is well, and when it is not. */
class ScannerTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void whatIsCleanIsCleanAndWhatIsInfectedIsInfected() throws IOException {
        try (var clamd = Clamd.open()) {
            var scanner = new Scanner(clamd.address(), Duration.ofSeconds(10), Duration.ZERO);
            assertThat(scanner.scan(Samples.stream(Samples.jpeg()))).isEqualTo(Scan.CLEAN);
            assertThat(scanner.scan(Samples.stream(new byte[5_000_000]))).isEqualTo(Scan.CLEAN);
            assertThat(scanner.scan(eicar())).isEqualTo(Scan.INFECTED);
            assertThat(scanner.scan(Samples.stream(new byte[0]))).isEqualTo(Scan.CLEAN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BREAKS_OFF", "FULL"})
    void aScannerThatIsUnwellSaysNothingWithinItsTimeAndIsAskedAgainLater(Mood mood) throws IOException {
        try (var clamd = Clamd.open()) {
            var scanner = new Scanner(clamd.address(), SHORT, Duration.ZERO);
            clamd.is(mood);
            assertThat(scanner.scan(eicar())).isEqualTo(Scan.UNSCANNED);
            assertThat(scanner.scan(Samples.stream(new byte[5_000_000]))).isEqualTo(Scan.UNSCANNED);
            clamd.is(Mood.WELL);
            assertThat(scanner.scan(eicar())).isEqualTo(Scan.INFECTED);
        }
    }

    @Test
    void ofEightAtOnceEachIsScanned() throws Exception {
        try (var clamd = Clamd.open();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            clamd.is(Mood.SLOW);
            var scanner = new Scanner(clamd.address(), Duration.ofSeconds(10), Duration.ZERO);
            var asked = pool.invokeAll(nCopies(8, () -> scanner.scan(Samples.stream(Samples.jpeg()))));
            assertThat(asked).extracting(Future::resultNow).containsOnly(Scan.CLEAN);
        }
    }

    @Test
    void whatItCannotReadIsSaidOfThatFileAlone() throws IOException {
        try (var clamd = Clamd.open()) {
            var large = Samples.jpeg();
            clamd.is(Mood.FULL, large);
            var scanner = new Scanner(clamd.address(), Duration.ofSeconds(10), Duration.ofHours(1));
            assertThat(scanner.scan(Samples.stream(large))).isEqualTo(Scan.UNSCANNED);
            assertThat(scanner.isResting()).isFalse();
            assertThat(scanner.scan(eicar())).isEqualTo(Scan.INFECTED);
        }
    }

    @Test
    void aScannerThatIsDownIsLeftAloneForAWhile() throws IOException {
        String address;
        try (var clamd = Clamd.open()) {
            address = clamd.address();
        }
        var scanner = new Scanner(address, SHORT, Duration.ofHours(1));
        assertThat(scanner.scan(eicar())).isEqualTo(Scan.UNSCANNED);
        var untouched = eicar();
        assertThat(scanner.scan(untouched)).isEqualTo(Scan.UNSCANNED);
        assertThat(untouched.readAllBytes()).isNotEmpty();
    }

    @Test
    void aSocketThatIsNotThereAndNoScannerAtAllSayNothing() throws IOException {
        assertThat(new Scanner("/tidak/ada/clamd.ctl", SHORT, Duration.ZERO).scan(eicar()))
                .isEqualTo(Scan.UNSCANNED);
        var none = new Scanner("");
        assertThat(none.isNamed()).isFalse();
        assertThat(none.scan(eicar())).isEqualTo(Scan.UNSCANNED);
    }

    private static InputStream eicar() {
        return Samples.stream(Clamd.EICAR.getBytes(ISO_8859_1));
    }
}
