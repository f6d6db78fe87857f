package titian.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file made anew from what a person sent: the same to look at, and nothing else in it. With a small picture of it,
 * where one could be drawn.
 */
public record Safe(FileType type, byte[] content, byte @Nullable [] preview, List<Hint> hints) {

    public Safe {
        hints = List.copyOf(hints);
    }
}
