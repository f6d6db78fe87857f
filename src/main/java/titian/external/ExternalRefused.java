package titian.external;

/** Why a provider opens no account. None names the person. */
abstract sealed class ExternalRefused extends RuntimeException {

    private ExternalRefused(String message) {
        super(message, null, false, false);
    }

    /** What came back does not fit what was asked, or is not the provider's. */
    static final class DoesNotFit extends ExternalRefused {
        DoesNotFit(String why) {
            super("the provider's answer does not fit: " + why);
        }
    }

    /** The provider cannot be reached. */
    static final class Away extends ExternalRefused {
        Away() {
            super("the provider cannot be reached");
        }
    }

    /** The provider has not seen that the address is theirs. */
    static final class NotVerified extends ExternalRefused {
        NotVerified() {
            super("the provider has not verified the address");
        }
    }

    /** Nobody has an account under that address. */
    static final class NoAccount extends ExternalRefused {
        NoAccount() {
            super("no account has that address");
        }
    }
}
