package titian.casework;

import java.io.Serializable;
import java.util.List;

/** What to say on the next page about what was just done; it names numbers and officers, never applicants. */
record Notice(String key, List<String> words, boolean warning) implements Serializable {

    static Notice done(String key, String... words) {
        return new Notice(key, List.of(words), false);
    }

    static Notice warning(String key, String... words) {
        return new Notice(key, List.of(words), true);
    }
}
