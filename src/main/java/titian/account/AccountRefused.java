package titian.account;

import java.time.Instant;

/**
 * Why someone is not let in or a code does not count. Sealed, so that whoever catches one answers every kind; none
 * names the person.
 */
public abstract sealed class AccountRefused extends RuntimeException {

    private AccountRefused(String message) {
        super(message, null, false, false);
    }

    /** The address or the password is wrong; which of them is not said. */
    public static final class WrongSignIn extends AccountRefused {
        public WrongSignIn() {
            super("address or password is wrong");
        }
    }

    /** Too many people at the door: passwords are checked a few at a time. */
    public static final class Busy extends AccountRefused {
        Busy() {
            super("too many passwords to check");
        }
    }

    /** These are not the digits. */
    public static final class CodeWrong extends AccountRefused {
        private final int left;

        public CodeWrong(int left) {
            super("wrong digits, tries left: " + left);
            this.left = left;
        }

        /** How often one may still try; none left means a new code is needed. */
        public int left() {
            return left;
        }
    }

    /** The code is too old, was replaced by a newer one, or never was. */
    public static final class CodeExpired extends AccountRefused {
        public CodeExpired() {
            super("the code no longer counts");
        }
    }

    /** A code was sent a moment ago; from then on another may be asked for. */
    public static final class CodeTooSoon extends AccountRefused {
        private final transient Instant again;

        CodeTooSoon(Instant again) {
            super("another code may be asked for at " + again);
            this.again = again;
        }

        public Instant again() {
            return again;
        }
    }

    /** The address belongs to an applicant, who cannot become an officer. */
    public static final class AddressTaken extends AccountRefused {
        AddressTaken() {
            super("an applicant has this address");
        }
    }
}
