package titian.web;

import java.io.Serializable;
import java.util.List;

/**
 * What to say on the next page about what was just done. It waits in the session, so it names numbers, counters and
 * officers, and never an applicant.
 */
public record Notice(String key, List<String> words, boolean warning) implements Serializable {

    public static Notice done(String key, String... words) {
        return new Notice(key, List.of(words), false);
    }

    public static Notice warning(String key, String... words) {
        return new Notice(key, List.of(words), true);
    }
}
