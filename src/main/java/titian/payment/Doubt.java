package titian.payment;

/** Why an unpaid bill may be paid after all. While in doubt it is not closed. */
enum Doubt {
    /** A notice says that it was paid, and the biller has not confirmed it yet. */
    NOTICED,
    /** What was said does not fit: another amount, or a receipt that is another bill's. An officer must look. */
    WRONG_AMOUNT
}
