package titian.document;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.shelf.MasterKeys;

/**
 * Keeps a node from starting without a master key that seals something already: with a key of its own it would seal
 * what no other node can open.
 */
@Component
class KeyCheck {

    KeyCheck(Uploads uploads, MasterKeys keys) {
        var missing = missing(uploads.masters(), keys);
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "Documents are sealed by keys that are not in TITIAN_DOCUMENT_KEYS: " + String.join(", ", missing)
                            + ".",
                    "Add the keys that go by these names after the first one, on every node; without them the documents "
                            + "cannot be opened.");
        }
    }

    static List<String> missing(List<String> sealing, MasterKeys keys) {
        return sealing.stream().filter(name -> !keys.knows(name)).toList();
    }
}
