package titian;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * One of the readable programs in bin/ by which anybody checks us alone: compiled once, however often a test runs it. Its
 * script compiles it anew each time.
 */
public final class ReadableProgram {

    /** What it said, and how it ended. */
    public record Verdict(int code, String text) {}

    private static final Map<String, Path> COMPILED = new ConcurrentHashMap<>();

    private final String name;

    /** @param name as in bin/.VerifyDraw.java */
    public ReadableProgram(String name) {
        this.name = name;
    }

    public Verdict run(List<String> arguments) {
        var folder = COMPILED.computeIfAbsent(name, ReadableProgram::compile);
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return of(Stream.concat(
                        Stream.of(java, "-XX:TieredStopAtLevel=1", "-cp", folder.toString(), name), arguments.stream())
                .toList());
    }

    /** The same of any command, such as the script people run. */
    public static Verdict of(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Verdict(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path compile(String name) {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "program-");
            var failures = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", folder.toString(), "-proc:none", "bin/." + name + ".java");
            if (failures != 0) {
                throw new IllegalStateException("bin/." + name + ".java does not compile");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
