package titian.issuance;

import java.io.Serializable;

/** What to say on the next page about what was just done. */
record Notice(String key, boolean warning) implements Serializable {

    static Notice done(String key) {
        return new Notice(key, false);
    }

    static Notice warning(String key) {
        return new Notice(key, true);
    }
}
