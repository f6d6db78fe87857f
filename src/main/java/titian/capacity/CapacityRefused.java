package titian.capacity;

/** What cannot be done to a plan, or for people who are to be moved. Sealed, so that whoever catches one answers all. */
public abstract sealed class CapacityRefused extends RuntimeException {

    private CapacityRefused(String message) {
        super(message, null, false, false);
    }

    /** Somebody else changed the plan since it was looked at. */
    static final class ChangedMeanwhile extends CapacityRefused {

        private final transient Plans.Version now;

        ChangedMeanwhile(Plans.Version now) {
            super("the plan is now version " + now.number());
            this.now = now;
        }

        Plans.Version now() {
            return now;
        }
    }

    /** There is nobody of theirs to be moved: it is settled, or is about somebody else. */
    static final class NothingToMove extends CapacityRefused {
        NothingToMove() {
            super("nobody of theirs is to be moved");
        }
    }
}
