package titian.reconciliation;

/** Who wrote a file. Each names a payment in its own files. */
enum Source {
    BILLER,
    BANK
}
