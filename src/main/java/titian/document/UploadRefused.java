package titian.document;

/** Why a file was not taken. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class UploadRefused extends RuntimeException {

    private UploadRefused(String message) {
        super(message, null, false, false);
    }

    /** Nothing was chosen, or the file is empty. */
    public static final class Empty extends UploadRefused {
        Empty() {
            super("the file is empty");
        }
    }

    /** More than 5 MB. */
    public static final class TooLarge extends UploadRefused {
        TooLarge() {
            super("the file is larger than 5 MB");
        }
    }

    /** By its content not JPEG, PNG or PDF. */
    public static final class WrongKind extends UploadRefused {
        WrongKind() {
            super("the file is not JPEG, PNG or PDF");
        }
    }

    /** Says it is JPEG, PNG or PDF but cannot be opened, or is locked, or is unreasonably large inside. */
    public static final class Unreadable extends UploadRefused {
        Unreadable() {
            super("the file cannot be opened");
        }
    }
}
