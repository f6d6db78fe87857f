package titian.waitinglist;

import java.time.LocalTime;

/** The part of the day somebody can come in, as the office's clock shows it. */
public enum Hours {
    ANY,
    MORNING,
    AFTERNOON;

    private static final LocalTime NOON = LocalTime.NOON;

    /** The part of the day a window that begins then lies in. */
    static Hours at(LocalTime start) {
        return start.isBefore(NOON) ? MORNING : AFTERNOON;
    }

    boolean include(Hours part) {
        return this == ANY || this == part;
    }
}
