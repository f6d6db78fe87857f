package titian.questionnaire;

/** Why another passport is needed. */
public enum ReplacementReason {
    EXPIRED,
    FULL,
    LOST,
    LOST_IN_DISASTER,
    DAMAGED,
    DAMAGED_IN_DISASTER,
    DATA_CHANGE;

    /** Whether the passport is gone, and its number with it. */
    public boolean isLoss() {
        return this == LOST || this == LOST_IN_DISASTER;
    }
}
