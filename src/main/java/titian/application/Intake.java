package titian.application;

/** How an application comes in. Stored with it, for an office may change its rules later. */
public enum Intake {
    /** Form and papers come before the visit: the nine steps. */
    FORM,
    /** Only the visit is booked; form and papers are handed over at the counter. */
    COUNTER
}
