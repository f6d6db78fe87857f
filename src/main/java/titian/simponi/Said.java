package titian.simponi;

import java.time.Instant;

/** What the biller said. */
public sealed interface Said {

    /** The word for the record. */
    String outcome();

    /** A billing code and until when it can be paid. */
    record Code(String code, Instant until) implements Said {
        @Override
        public String outcome() {
            return "CODE";
        }
    }

    /** That money was received, as bank (NTB) and treasury (NTPN) number it. */
    record Receipt(String bankTransactionNumber, String stateReceiptNumber, Instant at, String bank, String channel) {}

    /** The code was paid. */
    record Paid(Receipt receipt) implements Said {
        @Override
        public String outcome() {
            return "PAID";
        }
    }

    /** The code was not paid, or the biller does not know it. */
    record NotPaid() implements Said {
        @Override
        public String outcome() {
            return "NOT_PAID";
        }
    }

    /** Nothing of use: no answer, a refusal, or one that makes no sense. Asking again may help. */
    record Nothing(String outcome) implements Said {}
}
