package titian.payment;

import java.util.Optional;

/**
 * A way to pay a bill besides typing its billing code. Whoever offers one is asked before a bill is closed, and again
 * when somebody says that a bill was paid this way.
 */
public interface OtherWay {

    Way way();

    /** What the payer is shown; empty while this bill cannot be paid this way. */
    Optional<Payable> payable(BillId bill);

    /**
     * Asks whether the bill was paid this way: a remote call of bounded time, never inside a transaction. A bill that
     * was never shown to its payer this way is not paid, without asking.
     */
    Heard ask(BillId bill);

    /** What the payer needs. */
    sealed interface Payable {

        /** An account at a bank that takes exactly this bill's amount. */
        record VirtualAccount(String bank, String number) implements Payable {}

        /** The text of a QRIS code with this bill's amount. */
        record Qris(String content) implements Payable {}
    }

    /** What was said when asked. */
    sealed interface Heard {
        record Paid(Receipt receipt, long amount) implements Heard {}

        record NotPaid() implements Heard {}

        /** No answer, or none that makes sense: ask again later, and close nothing meanwhile. */
        record Unclear() implements Heard {}
    }
}
