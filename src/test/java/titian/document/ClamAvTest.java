package titian.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import titian.inspection.Samples;
import titian.outside.Clamd;

/** ClamAV itself, where it is installed: it knows one signature, written here, and fetches none. */
class ClamAvTest {

    private static final Path INSTALLED = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private @Nullable Process daemon;

    @BeforeEach
    void aScannerThatKnowsOneSignature() throws Exception {
        assumeTrue(Files.isExecutable(INSTALLED), "clamd is not installed");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("local.ndb"),
                "Local.Eicar:0:*:" + HexFormat.of().formatHex(Clamd.EICAR.getBytes(ISO_8859_1)) + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                LocalSocket %s
                """.formatted(signatures, socket()));
        var started = new ProcessBuilder(INSTALLED.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        daemon = started;
        await(started);
    }

    private Path socket() {
        return folder.resolve("clamd.ctl");
    }

    /** It has read its signatures once it opens its socket. */
    private void await(Process started) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(socket())) {
            assertThat(started.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(() -> "clamd ended: " + said())
                    .isFalse();
            assertThat(System.nanoTime() - end).as(this::said).isNegative();
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("clamd.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterEach
    void itEnds() throws InterruptedException {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor();
        }
    }

    @Test
    void itFindsWhatEveryScannerKnowsAndLetsAPhotographBe() throws IOException {
        var scanner = new Scanner(socket().toString(), PATIENCE, Duration.ZERO);

        assertThat(scanner.scan(Samples.stream(Samples.jpeg()))).isEqualTo(Scan.CLEAN);
        assertThat(scanner.scan(Samples.stream(Clamd.EICAR.getBytes(ISO_8859_1))))
                .isEqualTo(Scan.INFECTED);
        assertThat(scanner.scan(Samples.stream(new byte[5_000_000]))).isEqualTo(Scan.CLEAN);
        assertThat(scanner.scan(Samples.stream(Samples.pdf(3)))).isEqualTo(Scan.CLEAN);
    }
}
