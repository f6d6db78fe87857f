package titian.shared;

/** Whom the places of a window are kept for. */
public enum Channel {
    /** Everyone. */
    PUBLIC,
    /** Those for whom somebody else applies: partners of the outreach, home visits. */
    ASSISTED,
    /** The elderly, persons with disabilities, small children, pregnant women. */
    PRIORITY,
    /** Organisations that come with a group. */
    PARTNER
}
