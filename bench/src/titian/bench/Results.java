package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of one run: a table for people, a file for machines. */
final class Results {

    private record Row(String key, String figure, @Nullable String bar, boolean met, String meaning) {}

    private final Map<String, String> json = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    void say(String key, String text) {
        json.put(key, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** A figure that is told but not judged. */
    void tell(String key, double value, String meaning) {
        add(key, value, null, true, meaning);
    }

    void atLeast(double bar, String key, double value, String meaning) {
        add(key, value, "at least " + shown(bar), value >= bar, meaning);
    }

    void atMost(double bar, String key, double value, String meaning) {
        add(key, value, "at most " + shown(bar), value <= bar, meaning);
    }

    private void add(String key, double value, @Nullable String bar, boolean met, String meaning) {
        json.put(key, shown(value));
        rows.add(new Row(key, shown(value), bar, met, meaning));
    }

    private static String shown(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return Long.toString(Math.round(value));
        }
        return String.format(Locale.ROOT, "%.2f", value);
    }

    boolean allMet() {
        return rows.stream().allMatch(Row::met);
    }

    void print() {
        System.out.println();
        for (var row : rows) {
            var judged = row.bar() == null ? "" : row.bar() + (row.met() ? "  met" : "  MISSED");
            System.out.printf("%-26s %10s  %-22s %s%n", row.key(), row.figure(), judged, row.meaning());
        }
        System.out.println();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                json.entrySet().stream()
                        .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
                        .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }
}
