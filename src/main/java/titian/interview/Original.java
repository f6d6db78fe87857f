package titian.interview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.document.DocumentKind;
import titian.shared.AccountId;
import titian.shared.UploadId;

/**
 * An original that was held beside what was handed in before.
 *
 * @param upload what it was held beside; nothing if nothing was handed in
 * @param note   what differs
 */
record Original(
        DocumentKind kind,
        @Nullable UploadId upload,
        Mark mark,
        @Nullable String note,
        AccountId officer,
        Instant at) {

    /** What was found. */
    enum Mark {
        SAME,
        DIFFERENT,
        NOT_BROUGHT;

        String text() {
            return "interview.mark." + name();
        }
    }

    /** Without what differs: it is about a person. */
    @Override
    public String toString() {
        return kind + " " + mark;
    }
}
