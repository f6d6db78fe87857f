package titian.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tesseract, which makes text of pictures, in a process of its own: it may take its time, fill its memory or fall, and is
 * ended from outside (docs/adr/0103). Where it is not installed nothing is read.
 */
@Component
public class Tesseract {

    private static final Logger LOG = LoggerFactory.getLogger(Tesseract.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long MOST_MEMORY = 1024L * 1024 * 1024;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final String program;
    private final Duration patience;

    @Autowired
    Tesseract(@Value("${titian.document.reader:}") String program) {
        this(program, PATIENCE);
        if (program.isEmpty()) {
            LOG.info("Nothing is read on documents: TITIAN_DOCUMENT_READER names no tesseract");
        }
    }

    Tesseract(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    public boolean isNamed() {
        return !program.isEmpty();
    }

    /** The text of a picture; nothing if it could not be made out in time. */
    public Optional<String> read(byte[] picture) {
        try {
            var process = start();
            var late = Thread.startVirtualThread(() -> endLate(process));
            try {
                Thread.startVirtualThread(() -> give(process, picture));
                var text = new String(process.getInputStream().readNBytes(LONGEST_TEXT), UTF_8);
                return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0
                        ? Optional.of(text)
                        : Optional.empty();
            } finally {
                late.interrupt();
                end(process);
            }
        } catch (IOException e) {
            LOG.warn("Tesseract cannot be started: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Behind everybody else, on one processor, with so much memory and no more. */
    private Process start() throws IOException {
        var builder = new ProcessBuilder(List.of(
                "prlimit",
                "--as=" + MOST_MEMORY,
                "--cpu=" + Math.max(1, patience.toSeconds()),
                "nice",
                program,
                "stdin",
                "stdout",
                "-l",
                "eng",
                "--psm",
                "6"));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Whoever has seen enough does not read to the end. */
    private static void give(Process process, byte[] picture) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(picture);
        } catch (IOException e) {
            LOG.debug("Tesseract has not read a picture to its end", e);
        }
    }

    private void endLate(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
            }
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    /** With whatever it started, which would keep the line open. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
