package titian.account;

/** Why a post stays as it is. Sealed, so that whoever catches one answers every kind; none names the person. */
public abstract sealed class PostRefused extends RuntimeException {

    private PostRefused(String message) {
        super(message, null, false, false);
    }

    /** There is no such officer, or not within reach of whoever asks. */
    public static final class NotHere extends PostRefused {
        NotHere() {
            super("no such officer here");
        }
    }

    /** The place would be left without an administrator. */
    public static final class LastAdministrator extends PostRefused {
        LastAdministrator() {
            super("the place needs another administrator first");
        }
    }

    /** The days are over, or overlap others, or are too many. */
    public static final class WrongDays extends PostRefused {
        WrongDays() {
            super("these days cannot be taken");
        }
    }

    /** Somebody serves elsewhere, where the appointment is to end first. */
    public static final class ServesElsewhere extends PostRefused {
        ServesElsewhere() {
            super("serves already");
        }
    }
}
