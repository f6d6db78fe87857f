package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import titian.postgres.MeasuredPostgres;

/** {@code bin/bench rush}: a release against the yardsticks, one table, one file. */
public final class Rush {

    private Rush() {}

    public static void main(String... arguments) throws Exception {
        var plan = List.of(arguments).contains("--quick") ? Plan.QUICK : Plan.FULL;
        var began = Instant.now();
        var results = new Results();
        results.say("date", began.truncatedTo(ChronoUnit.SECONDS).toString());
        results.say("commit", commit());
        results.say("machine", machine());
        results.say("plan", plan.name());
        try (var yard = Yard.open()) {
            measure(yard, plan, results);
        }
        results.tell("minutes", Duration.between(began, Instant.now()).toSeconds() / 60.0, "the whole run");
        results.print();
        var file = Path.of("bench/results", plan == Plan.FULL ? "rush.json" : "rush-quick.json");
        results.write(file);
        System.out.println("Written to " + file);
        System.exit(results.allMet() ? 0 : 1);
    }

    private static void measure(Yard yard, Plan plan, Results results) throws Exception {
        System.out.println("Starting PostgreSQL and the application");
        var postgres = yard.keep(MeasuredPostgres.start(yard.path("postgres")));
        var house = House.open(yard, postgres, "postgres");
        var tables = yard.keep(new Tables(postgres.connect("postgres")));

        var bookings = new Bookings(yard, postgres, house, tables);
        bookings.prepare();
        System.out.println("A, B, C: warming up");
        bookings.warmUp(plan.length());
        bookings.measure(plan, results);
        if (plan.readsAndHistory()) {
            new Reading(yard, house).measure(plan, results);
        }
        house.close();

        if (plan.readsAndHistory()) {
            new History(yard, postgres).measure(plan, results);
        }
        new OpeningDay(yard, postgres).measure(plan, results);
    }

    static String commit() {
        var hash = Tool.run(Duration.ofSeconds(10), Map.of(), "git", "rev-parse", "--short=12", "HEAD").strip();
        var changed = Tool.run(Duration.ofSeconds(10), Map.of(), "git", "status", "--porcelain", "src", "bench/src");
        return changed.isBlank() ? hash : hash + " with changes";
    }

    static String machine() throws IOException {
        var processor = firstMatch(Path.of("/proc/cpuinfo"), "model name\\s*:\\s*");
        var memory = Long.parseLong(firstMatch(Path.of("/proc/meminfo"), "MemTotal:\\s*").replaceAll("\\D", ""));
        return "%d x %s, %d GiB, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        memory / 1024 / 1024,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static String firstMatch(Path file, String prefix) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches(prefix + ".*"))
                    .map(line -> line.replaceFirst(prefix, ""))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
