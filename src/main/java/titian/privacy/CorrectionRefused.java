package titian.privacy;

/** Why something about a correction cannot be done. */
sealed class CorrectionRefused extends RuntimeException {

    private CorrectionRefused(String message) {
        super(message, null, false, false);
    }

    /** So many wait for an answer already. */
    static final class TooMany extends CorrectionRefused {
        TooMany() {
            super("some wait for an answer already");
        }
    }

    /** Somebody answered it, or its person took it back. */
    static final class Settled extends CorrectionRefused {
        Settled() {
            super("it is settled");
        }
    }
}
