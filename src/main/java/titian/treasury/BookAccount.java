package titian.treasury;

/** An account of the books, by what it is for. Its number and names are data: {@code data/accounts.csv}. */
enum BookAccount {
    /** Money that reached the state's treasury. */
    CASH,
    /** Money an office took at its counter, in its own currency. */
    COUNTER,
    /** What people owe by bills still open. */
    RECEIVABLE,
    /** The other side of what is owed: not earned before it is paid. */
    BILLED,
    /** Refunds ordered, the money still here. */
    REFUNDS_DUE,
    /** Money that came for a bill paid already: its payer's to have back. */
    SURPLUS,
    /** Money a bank names and nobody was billed for. */
    UNIDENTIFIED,
    /** What was earned. */
    REVENUE,
    /** What was earned and is given back. */
    REFUNDS
}
