package titian.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import titian.postgres.MeasuredPostgres;

/** The application in a process of its own, as {@code bin/run} starts it, over one database of the measured server. */
final class House implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ProcessBuilder builder;
    private final String address;
    private final Path log;
    private Process process;
    private BufferedWriter questions;
    private BufferedReader answers;

    /** Opens a house whose own program, {@link MeasuredHouse}, also answers questions asked of it from here. */
    static House open(Yard yard, MeasuredPostgres postgres, String database, String... settings) throws IOException {
        return yard.keep(new House(yard, postgres, database, settings));
    }

    private House(Yard yard, MeasuredPostgres postgres, String database, String... settings) throws IOException {
        var port = Yard.freePort();
        address = "http://127.0.0.1:" + port;
        log = yard.path("house-" + database + ".log");
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(System.getenv("TITIAN_JAVA_OPTIONS").split(" ")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredHouse.class.getName(),
                "--spring.config.additional-location=file:bench/production.properties",
                "--logging.file.name=" + log));
        command.addAll(List.of(settings));
        builder = new ProcessBuilder(command).redirectError(yard.path("house-" + database + ".err").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("TITIAN_DATA", yard.path("house-" + database).toString());
        builder.environment().put("SPRING_DATASOURCE_URL", postgres.url(database));
        builder.environment().put("SPRING_DATASOURCE_USERNAME", postgres.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        process = start();
    }

    /** Goes on in a new process after {@link #kill()}, on the same address. */
    void reopen() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        var started = builder.start();
        questions = started.outputWriter();
        answers = started.inputReader();
        if (answers.lines().noneMatch("open"::equals)) {
            started.destroyForcibly();
            throw new IllegalStateException("The application did not start:\n" + lastWords());
        }
        return started;
    }

    private String lastWords() throws IOException {
        if (Files.notExists(log)) {
            return "(it logged nothing)";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    String address() {
        return address;
    }

    /** Asks the program inside and waits for its answer. */
    String ask(String... words) throws IOException {
        questions.write(String.join(" ", words));
        questions.newLine();
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("The application ended when asked to " + words[0] + ":\n" + lastWords());
        }
        return answer;
    }

    /** The power cut: no signal handler, no last commit. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The most memory the process ever held at once, in MiB. */
    int peakMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            var peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Integer.parseInt(peak.replaceAll("\\D", "")) / 1024;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
