package titian.casework;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import titian.document.DocumentKind;
import titian.document.Upload;

/**
 * One paper of a file: what was handed in, and what an officer found of it.
 *
 * @param upload  the file there is now
 * @param last    what was said last, perhaps of a file that has been replaced since
 * @param withheld whether its file turned out infected, so that nobody gets to see it
 */
record Paper(
        DocumentKind kind,
        @Nullable Upload upload,
        @Nullable Verdict last,
        boolean withheld) {

    private static final String WITHHELD = "casework.reason.WITHHELD";

    /** What was found of the very file there is now; nothing if nobody has looked at it. */
    @Nullable
    Verdict verdict() {
        return last != null && Objects.equals(last.upload(), upload == null ? null : upload.id()) ? last : null;
    }

    boolean isJudged() {
        return verdict() != null;
    }

    boolean isGood() {
        var verdict = verdict();
        return verdict != null && verdict.isGood();
    }

    boolean isBad() {
        var verdict = verdict();
        return verdict != null && !verdict.isGood();
    }

    /** Whether it came in place of one that was not good. */
    boolean isReplaced() {
        return upload != null && last != null && !last.isGood() && !upload.id().equals(last.upload());
    }

    /** Whether another has to be handed in before anybody can find it good. */
    boolean isToMend() {
        return withheld || isBad();
    }

    /** The key of why it is to be mended: what turned out infected has its reason without anybody saying so. */
    String fault() {
        return withheld
                ? WITHHELD
                : Objects.requireNonNull(Objects.requireNonNull(last).reason()).text();
    }

    /** What an officer added. */
    @Nullable
    String note() {
        return withheld || last == null ? null : last.note();
    }

    String text() {
        return "document.kind." + kind.name();
    }
}
