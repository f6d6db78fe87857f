package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long each file took, how long all of them, and how many were told to come again. */
record HandedIn(double seconds, List<Double> sorted, int busy) {

    /** The first line: seconds and how often somebody had to come again; then milliseconds, a file to a line. */
    static HandedIn read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var first = lines.getFirst().split(" ");
        var each = lines.stream().skip(1).map(Double::valueOf).sorted().toList();
        return new HandedIn(Double.parseDouble(first[0]), each, Integer.parseInt(first[1]));
    }

    double milliseconds(double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * part)));
    }
}
