package titian.payment;

import java.time.Instant;

/** That money was received for a billing code, as bank and treasury number it. */
record Receipt(String bankTransactionNumber, String stateReceiptNumber, Instant at, String bank, String channel) {}
