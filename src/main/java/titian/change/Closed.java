package titian.change;

/** Why a visit can be neither moved nor cancelled in this way; each has its words. */
enum Closed {
    /** The last day for it is over. */
    TOO_LATE,
    /** It was moved as often as the rules allow. */
    NONE_LEFT,
    /** The page was sent before, for another time. */
    KEY_REUSED
}
