package titian.shared;

/** How soon a passport is made. */
public enum Speed {
    REGULAR,
    /** On the day of the visit, for a charge (percepatan). */
    SAME_DAY
}
