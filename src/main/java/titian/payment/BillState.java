package titian.payment;

/**
 * How far a bill has come. {@code REQUESTED}: written, code not yet issued; {@code OPEN}: can be paid; {@code PAID} is
 * an end; {@code CLOSED}: nobody paid in time, and only money that was on its way can still make it paid.
 */
public enum BillState {
    REQUESTED,
    OPEN,
    PAID,
    CLOSED
}
