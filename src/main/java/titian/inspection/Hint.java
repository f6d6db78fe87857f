package titian.inspection;

import java.util.Locale;

/** What may make a photograph hard to read. It is told at once and stops nobody: a picture can be mistaken for a bad one. */
public enum Hint {
    BLURRED,
    DARK,
    GLARE,
    SMALL,
    CUT,
    SIDEWAYS,
    SCREEN,
    UPSIDE_DOWN;

    /** The key of the text that says what is seen and how to do better. */
    public String text() {
        return "document.seen." + name().toLowerCase(Locale.ROOT);
    }
}
