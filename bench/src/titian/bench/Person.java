package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Someone who may book: signed in, admitted, and holding the pass that says so. The key is that of the first try. */
record Person(String key, String person, String pass) {

    static Person of(String line) {
        var parts = line.split(" ", 3);
        return new Person(parts[0], parts[1], parts[2]);
    }

    static List<Person> in(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(Person::of).toList();
        }
    }
}
