package titian.payment;

import java.util.UUID;

/** A bill has its billing code and can be paid. Announced inside the transaction that stores the code. */
public record BillIssued(UUID bill, UUID application) {}
