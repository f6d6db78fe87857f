package titian.retention;

import java.util.List;
import titian.platform.Hold;

/** Why somebody cannot be forgotten. */
public sealed class ErasureRefused extends RuntimeException {

    private ErasureRefused(String message) {
        super(message, null, false, false);
    }

    /** Something is not over yet. */
    public static final class MustWait extends ErasureRefused {

        private final transient List<Hold> holds;

        MustWait(List<Hold> holds) {
            super("something has to be kept: " + holds);
            this.holds = List.copyOf(holds);
        }

        public List<Hold> holds() {
            return holds;
        }
    }

    /** It is being carried out. */
    public static final class TooLate extends ErasureRefused {

        TooLate() {
            super("it is being carried out");
        }
    }
}
