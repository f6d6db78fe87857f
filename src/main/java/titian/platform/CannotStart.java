package titian.platform;

import org.jspecify.annotations.Nullable;

/** Why Titian cannot start, in one sentence, and what to do about it in another. */
public final class CannotStart extends RuntimeException {

    private final String remedy;

    public CannotStart(String why, String remedy) {
        this(why, remedy, null);
    }

    public CannotStart(String why, String remedy, @Nullable Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
