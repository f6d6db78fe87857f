package titian.payment;

/**
 * How far a bill has come. {@code REQUESTED}: written, code not yet issued; {@code OPEN}: can be paid; {@code PAID}
 * and {@code CLOSED} are ends.
 */
public enum BillState {
    REQUESTED,
    OPEN,
    PAID,
    CLOSED
}
