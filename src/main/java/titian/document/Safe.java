package titian.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file made anew from what a person sent: the same to look at, and nothing else in it. With a small picture of it,
 * where one could be drawn.
 */
record Safe(FileType type, byte[] content, byte @Nullable [] preview, List<Hint> hints) {

    Safe {
        hints = List.copyOf(hints);
    }
}
