package titian.passkey;

/** Why a passkey is not added, or opens nothing. Neither names the person. */
public sealed class PasskeyRefused extends RuntimeException {

    private PasskeyRefused(String message) {
        super(message, null, false, false);
    }

    /** The device's answer does not fit what was asked, or the passkey is not known here. */
    public static final class DoesNotFit extends PasskeyRefused {
        DoesNotFit() {
            super("the answer of the device does not fit");
        }
    }

    /** The account has as many as it may have. */
    public static final class TooMany extends PasskeyRefused {
        TooMany() {
            super("the account has " + Passkeys.MOST + " passkeys");
        }
    }
}
