package titian.visit;

/** What stands in the way of a visit. Sealed, so that whoever catches one answers every kind. */
abstract sealed class VisitRefused extends RuntimeException {

    private VisitRefused(String message) {
        super(message, null, false, false);
    }

    /** As many come as may come together. */
    static final class GroupFull extends VisitRefused {
        GroupFull() {
            super("no more may come together");
        }
    }

    /** Somebody would come twice. */
    static final class NamedTwice extends VisitRefused {
        NamedTwice() {
            super("this number is in the group already");
        }
    }

    /** The civil registry says that the number must not be used. */
    static final class NumberUnusable extends VisitRefused {
        NumberUnusable() {
            super("the registry says that this number is not to be used");
        }
    }

    /** The account would have more under way than it may. */
    static final class TooMany extends VisitRefused {
        TooMany() {
            super("the account has too many under way");
        }
    }

    /** The places were held until a moment that has passed. */
    static final class HoldOver extends VisitRefused {
        HoldOver() {
            super("the places are no longer held");
        }
    }
}
