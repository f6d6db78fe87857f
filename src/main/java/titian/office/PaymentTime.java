package titian.office;

/** When the fee is due: before the place is certain, at the office, or never. */
public enum PaymentTime {
    UPFRONT,
    AT_OFFICE,
    NONE
}
