package titian.treasury;

/** What the rules of refunds do not allow. */
abstract sealed class RefundRefused extends RuntimeException {

    private RefundRefused(String message) {
        super(message, null, false, false);
    }

    /** The text key of what to say. */
    String key() {
        return "treasury.refused." + getClass().getSimpleName();
    }

    /** Nothing was paid under this number, or not at this office. */
    static final class NotPaid extends RefundRefused {
        NotPaid() {
            super("nothing was paid here");
        }
    }

    /** A family paid at once, and nobody said for whom of them. */
    static final class NobodyChosen extends RefundRefused {
        NobodyChosen() {
            super("nobody of the family is chosen");
        }
    }

    /** The money is asked back already. */
    static final class AskedBefore extends RefundRefused {
        AskedBefore() {
            super("asked back before");
        }
    }

    /** Whoever approved first, or asked for it, cannot be the second. */
    static final class SamePerson extends RefundRefused {
        SamePerson() {
            super("two people have to approve");
        }
    }

    /** Somebody was faster, or that step is not open. */
    static final class NotOpen extends RefundRefused {
        NotOpen() {
            super("that step is not open");
        }
    }
}
