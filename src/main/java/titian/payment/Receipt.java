package titian.payment;

import java.time.Instant;

/** That money was received some way, as bank (NTB) and treasury (NTPN) number it. */
public record Receipt(
        Way way, String bankTransactionNumber, String stateReceiptNumber, Instant at, String bank, String channel) {

    BillMoved.Received received(String billingCode) {
        return new BillMoved.Received(billingCode, bankTransactionNumber, stateReceiptNumber, bank, channel, at);
    }
}
