package titian.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks over 64 connections as fast as it is answered. */
final class Wrk {

    private static final Pattern MEASURED =
            Pattern.compile("measured requests=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) refused=(\\d+) broken=(\\d+)");

    /** What came back: how many answers in which time, and how long they took. */
    record Answers(long requests, double seconds, double p50Millis, double p99Millis, long refused, long broken) {

        double perSecond() {
            return requests / seconds;
        }
    }

    private Wrk() {}

    static Answers get(String url, Duration length) {
        return run(length, "bench/wrk/report.lua", url, List.of());
    }

    /** Books with one pass after another until the time is over or the passes are. */
    static Answers book(String address, Path passes, Path slots, Duration length) {
        var host = address.replaceFirst("http://", "");
        return run(length, "bench/wrk/book.lua", address, List.of(host, passes.toString(), slots.toString()));
    }

    private static Answers run(Duration length, String script, String url, List<String> arguments) {
        var command = new ArrayList<>(
                List.of("wrk", "-t1", "-c64", "-d" + length.toSeconds() + "s", "--timeout", "10s", "-s", script, url));
        if (!arguments.isEmpty()) {
            command.add("--");
            command.addAll(arguments);
        }
        var said = Tool.run(length.plusSeconds(30), Map.of(), command.toArray(String[]::new));
        var found = MEASURED.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("wrk did not say what it measured:\n" + said);
        }
        return new Answers(
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)) / 1e6,
                Long.parseLong(found.group(3)) / 1e3,
                Long.parseLong(found.group(4)) / 1e3,
                Long.parseLong(found.group(5)),
                Long.parseLong(found.group(6)));
    }
}
