package titian.tariff;

/** What may come on top of the price of a book. */
public enum Charge {
    /** Done on the day of the interview. */
    SAME_DAY,
    LOST,
    /** Lost by fire, flood or quake, with a paper that says so. */
    LOST_BY_FORCE_MAJEURE,
    DAMAGED,
    DAMAGED_BY_FORCE_MAJEURE
}
