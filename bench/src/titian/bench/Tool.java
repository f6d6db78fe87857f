package titian.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a measuring tool to its end, or says why there was none. */
final class Tool {

    private Tool() {}

    static String run(Duration limit, Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            var reader = Thread.ofVirtual().start(() -> {
                if (!waited(process, limit)) {
                    process.destroyForcibly();
                }
            });
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            reader.join();
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(command[0] + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean waited(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
