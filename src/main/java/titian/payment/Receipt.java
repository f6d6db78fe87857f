package titian.payment;

import java.time.Instant;
import titian.simponi.Said;

/** That money was received some way, as bank (NTB) and treasury (NTPN) number it. */
public record Receipt(
        Way way, String bankTransactionNumber, String stateReceiptNumber, Instant at, String bank, String channel) {

    static Receipt of(Said.Receipt said) {
        return new Receipt(
                Way.BILLING_CODE,
                said.bankTransactionNumber(),
                said.stateReceiptNumber(),
                said.at(),
                said.bank(),
                said.channel());
    }

    BillMoved.Received received(String billingCode) {
        return new BillMoved.Received(billingCode, bankTransactionNumber, stateReceiptNumber, bank, channel, at);
    }
}
