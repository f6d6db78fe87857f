package titian.snap;

import java.time.Instant;
import titian.payment.OtherWay.Heard;

/** What the bank answered. */
sealed interface Reply {

    /** The word for the record. */
    String outcome();

    /** A key for the next questions, until it runs out. */
    record Token(String value, Instant until) implements Reply {
        @Override
        public String outcome() {
            return "TOKEN";
        }

        @Override
        public String toString() {
            return "a token until " + until;
        }
    }

    /** The payer can be shown it. */
    record Opened(String reference, String content) implements Reply {
        @Override
        public String outcome() {
            return "OPENED";
        }
    }

    /** Whether it was paid. */
    record Said(Heard heard) implements Reply {
        @Override
        public String outcome() {
            return switch (heard) {
                case Heard.Paid _ -> "PAID";
                case Heard.NotPaid _ -> "NOT_PAID";
                case Heard.Unclear _ -> "UNCLEAR";
            };
        }
    }

    /** Nobody can pay this way any more. */
    record Gone() implements Reply {
        @Override
        public String outcome() {
            return "GONE";
        }
    }

    /** Nothing of use: no answer, a refusal, or one that makes no sense. Asking again may help. */
    record Nothing(String outcome) implements Reply {}
}
