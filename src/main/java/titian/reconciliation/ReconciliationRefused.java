package titian.reconciliation;

/** What cannot be done with a line. */
abstract sealed class ReconciliationRefused extends RuntimeException {

    private ReconciliationRefused(String message) {
        super(message, null, false, false);
    }

    /** The text key of what to say. */
    String key() {
        return "reconciliation.refused." + getClass().getSimpleName();
    }

    /** Somebody has decided about the line meanwhile. */
    static final class AlreadySettled extends ReconciliationRefused {
        AlreadySettled() {
            super("the line is settled");
        }
    }

    /** The payment has its line in a file of this source. */
    static final class PaymentMatched extends ReconciliationRefused {
        PaymentMatched() {
            super("the payment is matched");
        }
    }

    /** There is no such payment. */
    static final class PaymentUnknown extends ReconciliationRefused {
        PaymentUnknown() {
            super("no such payment");
        }
    }
}
