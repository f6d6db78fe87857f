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

    /** The account has its second proof already, or has none yet: the other page is the right one. */
    public static final class OtherWay extends OfficerRefused {
        OtherWay() {
            super("the second proof is set up otherwise");
        }
    }
}
