package titian.contact;

/** Why an address or a phone is not changed. None names either. */
sealed class ChangeRefused extends RuntimeException {

    private ChangeRefused(String message) {
        super(message, null, false, false);
    }

    /** It is so already. */
    static final class Same extends ChangeRefused {
        Same() {
            super("the account is reached by this already");
        }
    }

    /** Asked for too often within an hour, by this account or for this end. */
    static final class TooMany extends ChangeRefused {
        TooMany() {
            super("too many changes within an hour");
        }
    }

    /** These are not the digits sent to that end. */
    static final class CodeWrong extends ChangeRefused {
        private final boolean old;
        private final int left;

        CodeWrong(boolean old, int left) {
            super("wrong digits, tries left: " + left);
            this.old = old;
            this.left = left;
        }

        /** Whether it is the old end's digits that do not fit. */
        boolean old() {
            return old;
        }

        int left() {
            return left;
        }
    }

    /** It is too old, was stopped or replaced, or never was. */
    static final class Expired extends ChangeRefused {
        Expired() {
            super("the change no longer counts");
        }
    }
}
