package titian.payment;

/** The ways to pay a bill: the state's billing code, and what a bank offers beside it. */
public enum Way {
    BILLING_CODE,
    VIRTUAL_ACCOUNT,
    QRIS
}
