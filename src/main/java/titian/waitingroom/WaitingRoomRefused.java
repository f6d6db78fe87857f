package titian.waitingroom;

/** What a waiting room does not allow now. Sealed, so that whoever catches one answers every kind. */
public abstract sealed class WaitingRoomRefused extends RuntimeException {

    private final transient ReleaseId release;

    private WaitingRoomRefused(ReleaseId release, String message) {
        super(message, null, false, false);
        this.release = release;
    }

    /** Whose waiting room it is. */
    public ReleaseId release() {
        return release;
    }

    /** The room is not open yet, or no longer. */
    public static final class NotOpen extends WaitingRoomRefused {
        NotOpen(ReleaseId release) {
            super(release, "the waiting room of release " + release + " is not open");
        }
    }

    /** Others come first. */
    public static final class NotYourTurn extends WaitingRoomRefused {
        NotYourTurn(ReleaseId release) {
            super(release, "others of release " + release + " come first");
        }
    }

    /** The time to book was given, renewed once, and is over. */
    public static final class TurnOver extends WaitingRoomRefused {
        TurnOver(ReleaseId release) {
            super(release, "the turn at release " + release + " is over");
        }
    }
}
