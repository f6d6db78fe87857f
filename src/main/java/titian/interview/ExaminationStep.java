package titian.interview;

/** What can be done with an examination that was recorded. */
enum ExaminationStep {
    /** The head of the section says what to make of it (Bapen). */
    OPINE,
    /** The head of the office decides. */
    DECIDE
}
