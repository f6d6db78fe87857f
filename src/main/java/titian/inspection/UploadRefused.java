package titian.inspection;

import org.jspecify.annotations.Nullable;

/** Why a file was not taken. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class UploadRefused extends RuntimeException {

    private final String text;

    private UploadRefused(String message, String text) {
        this(message, text, null);
    }

    private UploadRefused(String message, String text, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.text = text;
    }

    /** The key of the text that tells the person what is wrong and how to mend it. */
    public String text() {
        return text;
    }

    /** Whether the very same file may be taken a moment later. */
    public boolean passes() {
        return false;
    }

    /** Nothing was chosen, or the file is empty. */
    public static final class Empty extends UploadRefused {
        public Empty() {
            super("the file is empty", "document.refused.empty");
        }
    }

    /** More than 5 MB. */
    public static final class TooLarge extends UploadRefused {
        public TooLarge() {
            super("the file is larger than 5 MB", "document.refused.too-large");
        }
    }

    /** By its content not JPEG, PNG or PDF. */
    public static final class WrongKind extends UploadRefused {
        public WrongKind() {
            super("the file is not JPEG, PNG or PDF", "document.refused.wrong-kind");
        }
    }

    /** A photograph as iPhones and some others write it (HEIC): honest, and nothing here opens it. */
    public static final class PhonesOwn extends UploadRefused {
        public PhonesOwn() {
            super("the photograph is HEIC", "document.refused.phones-own");
        }
    }

    /** Begins like a JPEG, PNG or PDF but is damaged: it cannot be opened to its end. */
    public static final class Unreadable extends UploadRefused {
        Unreadable() {
            super("the file cannot be opened", "document.refused.unreadable");
        }
    }

    /** A picture of more pixels than any camera takes of a paper. */
    public static final class TooManyPixels extends UploadRefused {
        TooManyPixels() {
            super("the picture has more than 40 million pixels", "document.refused.too-many-pixels");
        }
    }

    /** A PDF that asks for a password. */
    public static final class Locked extends UploadRefused {
        Locked() {
            super("the PDF is locked", "document.refused.locked");
        }
    }

    /** A PDF of more pages than one paper has. */
    public static final class TooManyPages extends UploadRefused {
        TooManyPages() {
            super("the PDF has more than 20 pages", "document.refused.too-many-pages");
        }
    }

    /** A scanner found something in it that does harm. */
    public static final class Infected extends UploadRefused {
        public Infected() {
            super("the file is infected", "document.refused.infected");
        }
    }

    /** The store cannot be written just now: its disk is full, broken or away. Nothing of the file was kept. */
    public static final class NotStored extends UploadRefused {
        public NotStored(String why, @Nullable Throwable cause) {
            super(why, "document.refused.not-stored", cause);
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /** More files are being opened than memory allows, and have been for a while. */
    public static final class Busy extends UploadRefused {
        public Busy() {
            super("too many files are being opened", "document.refused.busy");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /** This account or network hands in more than anybody needs to. */
    public static final class TooMany extends UploadRefused {
        public TooMany() {
            super("too many files within an hour", "document.refused.too-many");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /** What was sent before the form is not there, not whole, or somebody else's. */
    public static final class Gone extends UploadRefused {
        public Gone() {
            super("what was sent is no longer there", "document.refused.gone");
        }
    }
}
