package titian.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the rounds gave for each thing measured; the median is the figure. */
final class Medians {

    private final Map<String, List<Double>> values = new HashMap<>();

    void add(String what, double value) {
        values.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
    }

    double of(String what) {
        var sorted = Objects.requireNonNull(values.get(what)).stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
