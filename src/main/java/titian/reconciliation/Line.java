package titian.reconciliation;

import java.time.LocalDate;

/** What one line of a file says, or that it makes no sense. */
sealed interface Line {

    /** Its number in the file, counted from one. */
    long number();

    /**
     * Money that came in or went out.
     *
     * @param billingCode         empty if the line has none, as the two numbers
     * @param stateReceiptNumber  NTPN
     * @param bankTransactionNumber NTB
     */
    record Item(
            long number,
            String billingCode,
            String stateReceiptNumber,
            String bankTransactionNumber,
            long amount,
            LocalDate day,
            boolean outgoing)
            implements Line {}

    /** A line nobody could read. */
    record Malformed(long number, Why why, String said) implements Line {

        private static final int LONGEST = 500;

        public Malformed {
            said = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        }

        /** What is wrong with it. */
        enum Why {
            TOO_LONG,
            COLUMNS,
            AMOUNT,
            DAY,
            NUMBERS,
            TAG,
            BALANCE,
            CURRENCY
        }

        @Override
        public String toString() {
            return "line " + number + " " + why;
        }
    }
}
