package titian.officer;

import java.time.Instant;

/** Why an officer does not get on. Sealed, so that whoever catches one answers every kind; none names the person. */
public abstract sealed class OfficerRefused extends RuntimeException {

    private OfficerRefused(String message) {
        super(message, null, false, false);
    }

    /** This code is not the one, or was used before. */
    public static final class WrongCode extends OfficerRefused {
        WrongCode() {
            super("the code does not count");
        }
    }

    /** Too many codes were wrong; from then on others are looked at. */
    public static final class TooManyCodes extends OfficerRefused {
        private final transient Instant until;

        TooManyCodes(Instant until) {
            super("tried too often, open again at " + until);
            this.until = until;
        }

        public Instant until() {
            return until;
        }
    }

    /** The device did not answer what was asked, or is not this officer's. */
    public static final class WrongDevice extends OfficerRefused {
        WrongDevice() {
            super("the answer of the device does not count");
        }
    }

    /** Nothing else would be left to show beside the password. */
    public static final class LastProof extends OfficerRefused {
        LastProof() {
            super("this is the last second proof");
        }
    }

    /** The invitation was used, withdrawn, is too old, or never was. */
    public static final class NoInvitation extends OfficerRefused {
        NoInvitation() {
            super("there is no such invitation");
        }
    }

    /** The account has its second proof already, or has none yet: the other page is the right one. */
    public static final class OtherWay extends OfficerRefused {
        OtherWay() {
            super("the second proof is set up otherwise");
        }
    }
}
