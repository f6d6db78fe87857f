package titian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.List;

/** One answer as the person who asked remembers it. */
record Answer(String person, String key, String slot, Said said, long askedAtMillis, long waitedMicros) {

    /** What the person was told. */
    enum Said {
        BOOKED,
        REFUSED,
        BUSY,
        CUT
    }

    private String line() {
        return String.join(
                " ", person, key, slot, said.name(), Long.toString(askedAtMillis), Long.toString(waitedMicros));
    }

    private static Answer of(String line) {
        var parts = line.split(" ");
        return new Answer(
                parts[0],
                parts[1],
                parts[2],
                Said.valueOf(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    static void write(Path file, Iterable<Answer> answers) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            for (var answer : answers) {
                writer.write(answer.line());
                writer.newLine();
            }
        }
    }

    static List<Answer> in(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(Answer::of).toList();
        }
    }
}
